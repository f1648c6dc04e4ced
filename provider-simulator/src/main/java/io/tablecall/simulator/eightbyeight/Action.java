package io.tablecall.simulator.eightbyeight;

import io.tablecall.simulator.Pace;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step of a callflow, checked and with its defaults filled in. */
sealed interface Action {

    /** The name a session summary gives it. */
    default String wireName() {
        return switch (this) {
            case MakeCall _ -> "MAKE_CALL";
            case Say _ -> "SAY";
            case SayAndCapture _ -> "SAY_AND_CAPTURE";
            case PlayFile _ -> "PLAY_FILE";
            case HangUp _ -> "HANGUP";
        };
    }

    record MakeCall(String source, String destination) implements Action {}

    record Say(String text, int repetition, double speed) implements Action {
        Duration length() {
            return Duration.ofMillis(Math.round(Pace.spoken(text).toMillis() * repetition / speed));
        }
    }

    record SayAndCapture(
            Say prompt,
            int minDigits,
            int maxDigits,
            Duration patience,
            int tries,
            String successMessage,
            String failureMessage)
            implements Action {

        boolean accepts(String digits) {
            return digits.length() >= minDigits && digits.length() <= maxDigits;
        }
    }

    record PlayFile(int repetition) implements Action {
        Duration length() {
            return Duration.ofSeconds(5).multipliedBy(repetition);
        }
    }

    record HangUp() implements Action {}

    /** A request to place a call: whom, and what to do once they answer. */
    record Callflow(
            MakeCall call, List<Action> then, @Nullable String validUntil) {}

    /** What the customer wants next. */
    record Reply(@Nullable String clientActionId, List<Action> actions) {}
}
