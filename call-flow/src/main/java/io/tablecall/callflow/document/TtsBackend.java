package io.tablecall.callflow.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who turns the prompts into sound. */
public enum TtsBackend {
    POLLY,
    LOCAL;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<TtsBackend> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }
}
