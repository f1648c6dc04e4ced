package io.tablecall.ingest.provider.eightbyeight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What 8x8 is to do next, in its own words. Never empty: nothing says an empty callflow is valid. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Callflow(@Nullable String clientActionId, List<Action> callflow) {

    Callflow {
        if (callflow.isEmpty()) {
            throw new IllegalArgumentException("a callflow without an action");
        }
        callflow = List.copyOf(callflow);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Action(String action, @Nullable Params params) {

        static Action of(Params params) {
            return switch (params) {
                case Say _ -> new Action("say", params);
                case SayAndCapture _ -> new Action("sayAndCapture", params);
                case MakeCall _ -> new Action("makeCall", params);
            };
        }

        static Action hangup() {
            return new Action("hangup", null);
        }
    }

    sealed interface Params {}

    record Say(String text, String voiceProfile, int repetition, double speed) implements Params {}

    /** Every field is sent: the vendor's two descriptions disagree about the defaults. */
    @JsonInclude
    record SayAndCapture(
            String promptMessage,
            String voiceProfile,
            int repetition,
            double speed,
            int minDigits,
            int maxDigits,
            long digitTimeout,
            long overallTimeout,
            boolean completeOnHash,
            int noOfTries,
            @Nullable String successMessage,
            @Nullable String failureMessage)
            implements Params {}

    record MakeCall(String source, String destination) implements Params {}
}
