package io.tablecall.callflow;

import java.time.Duration;

/** What to do on the line, in words that every provider can be told. */
public sealed interface Directive {
    /** Speak, to the end. */
    record Say(String text, String language, String voice) implements Directive {}

    /** Speak, let a key interrupt, then wait {@code timeout} for up to {@code maxDigits} keys. */
    record Ask(String menuId, String text, String language, String voice, Duration timeout, int maxDigits)
            implements Directive {}

    /** Ring a number for {@code timeout}; report {@link Input.TransferFailed} when nobody takes it. */
    record Transfer(String destination, Duration timeout) implements Directive {}

    /** Hand the guest to a queue of the PBX. */
    record Queue(String name) implements Directive {}

    /** Hand the guest to an extension of the PBX. */
    record Extension(String context, String extension) implements Directive {}

    /** Hand the guest to a mailbox of the PBX. */
    record Voicemail(String box, String context) implements Directive {}

    /** End the call. */
    record HangUp() implements Directive {}
}
