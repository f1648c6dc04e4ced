package io.tablecall.localstack;

/** One part of the stack, whose death and sleep can be staged. */
public interface Part {

    /** What logs and messages call it. */
    String name();

    /** Returns once the part answers. */
    void start();

    /** Asks it to end, and insists when it does not. */
    void stop();

    /** Ends it without warning, as a power cut would. */
    void kill();

    /** Freezes it: it keeps its connections and answers nothing. */
    void pause();

    /** Wakes it from {@link #pause()}. */
    void resume();

    boolean isAlive();

    /** The same port and the same data, in a new process. */
    default void restart() {
        stop();
        start();
    }
}
