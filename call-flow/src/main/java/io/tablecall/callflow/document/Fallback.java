package io.tablecall.callflow.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a guest goes who gives a menu no usable key. */
public enum Fallback {
    /** To the flow's {@code voicemail_fallback}. */
    VOICEMAIL,
    /** To the first queue the menu offers, else the first the flow offers. */
    QUEUE,
    HANGUP;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Fallback> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }
}
