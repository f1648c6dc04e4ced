package io.tablecall.simulator.control;

/** What can go wrong between a provider and its customer. */
public enum Fault {
    /** A webhook or event never arrives. */
    LOSE,
    /** A webhook or event arrives twice. */
    DUPLICATE,
    /** A webhook or event arrives late. */
    DELAY,
    /** A webhook or event arrives after the one that followed it. */
    REORDER,
    /** The call is placed, but the connection is reset before the answer. */
    ACCEPT_THEN_RESET,
    /** The call is turned down and nobody is telephoned. */
    REFUSE,
    /** The call is placed, but the answer is a server error. */
    ERROR_AFTER_ACCEPT,
    /** The answer to an originate comes only after the call's first news. */
    EVENT_BEFORE_RESPONSE,
    /** The event connection breaks without a farewell. */
    DROP_SOCKET
}
