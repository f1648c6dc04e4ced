package io.tablecall.analytics.story;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a call stands, in the words of the calls API. */
public enum CallStatus {
    PENDING,
    DIALING,
    RINGING,
    ANSWERED,
    COMPLETED,
    FAILED,
    BUSY,
    NO_ANSWER,
    CANCELED;

    /** As it is written on the wire, e.g. {@code no_answer}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean over() {
        return compareTo(COMPLETED) >= 0;
    }

    /** The status written so, if there is one. */
    public static Optional<CallStatus> of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(word))
                .findFirst();
    }

    /** All of them as written on the wire, in the order of a call's life. */
    public static List<String> words() {
        return Arrays.stream(values()).map(CallStatus::word).toList();
    }
}
