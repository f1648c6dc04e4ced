package io.tablecall.callflow.document;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One question and what each key means.
 *
 * @param maxRetries how often it is asked again after silence, a wrong key or a failed transfer
 * @param fallbackAction where the guest goes when the retries are spent; null goes to the parent, else hangs up
 * @param parentMenu the menu one level up, reached by {@code *} unless that key is an option
 * @param invalidPrompt said before asking again after a wrong key; an addition to the language, like the next two
 * @param silencePrompt said before asking again after silence
 * @param farewellPrompt said before hanging up when the retries are spent
 */
public record Menu(
        String id,
        String prompt,
        int timeoutSec,
        int maxRetries,
        Map<String, Action> options,
        @Nullable Fallback fallbackAction,
        @Nullable String parentMenu,
        @Nullable String invalidPrompt,
        @Nullable String silencePrompt,
        @Nullable String farewellPrompt) {

    /** The key that leads one level up. */
    public static final String UP = "*";

    public Menu {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    public Duration timeout() {
        return Duration.ofSeconds(timeoutSec);
    }

    /** The most keys an option takes. */
    public int maxDigits() {
        return options.keySet().stream().mapToInt(String::length).max().orElse(1);
    }
}
