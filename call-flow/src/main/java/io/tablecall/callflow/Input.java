package io.tablecall.callflow;

/** What the guest, or the line, did while we waited. */
public sealed interface Input {
    /** Keys pressed; no keys at all count as {@link Silence}. */
    record Digits(String digits) implements Input {}

    /** The menu's time ran out without a key. */
    record Silence() implements Input {}

    /** Whoever the guest was to be handed to did not take the call. */
    record TransferFailed() implements Input {}

    /** The guest is gone. */
    record HungUp() implements Input {}
}
