package io.tablecall.origination.dial;

/** Tells whoever dials that there is something new to look at, so that nobody waits for the next poll. */
public interface DialSignal {

    void attemptPlanned();
}
