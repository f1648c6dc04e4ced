package io.tablecall.simulator.control;

/** Breaks the event connections that are open now. */
public interface SocketDropper {
    void dropAll();
}
