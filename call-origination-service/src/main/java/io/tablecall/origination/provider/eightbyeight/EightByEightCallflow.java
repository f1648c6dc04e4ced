package io.tablecall.origination.provider.eightbyeight;

import io.tablecall.callflow.Directive;
import io.tablecall.origination.provider.Dial;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /callflows}, in 8x8's words. */
record EightByEightCallflow(String validUntil, String clientActionId, List<Action> callflow) {

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** As 8x8 documents them; the whole must be longer than the wait for one digit. */
    private static final long DIGIT_TIMEOUT = 10_000;

    private static final long OVERALL_TIMEOUT = 30_000;

    record Action(String action, Params params) {}

    sealed interface Params {}

    record MakeCall(String source, String destination) implements Params {}

    record Say(String text, String voiceProfile, int repetition, double speed) implements Params {}

    /** Every field is sent: the vendor's two descriptions disagree about the defaults. */
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

    record Hangup() implements Params {}

    /** Rings the guest and opens with the flow's first turn; the rest of the conversation is asked of the webhook. */
    static EightByEightCallflow of(Dial dial, BinaryOperator<String> voices) {
        var actions = new ArrayList<Action>();
        actions.add(new Action(
                "makeCall", new MakeCall(dial.caller().digits(), dial.guest().digits())));
        for (var directive : dial.opening()) {
            actions.add(actionFor(directive, voices));
        }
        return new EightByEightCallflow(
                MILLIS.format(dial.validUntil()), dial.call().toString(), List.copyOf(actions));
    }

    private static Action actionFor(Directive directive, BinaryOperator<String> voices) {
        return switch (directive) {
            case Directive.Say say ->
                new Action("say", new Say(say.text(), voices.apply(say.language(), say.voice()), 1, 1.0));
            case Directive.Ask ask -> new Action("sayAndCapture", captureFor(ask, voices));
            case Directive.Transfer transfer ->
                throw new IllegalArgumentException("8x8 cannot open with a transfer: " + transfer.timeout());
            case Directive.Queue queue -> throw pbxOnly(queue);
            case Directive.Extension extension -> throw pbxOnly(extension);
            case Directive.Voicemail voicemail -> throw pbxOnly(voicemail);
            case Directive.HangUp _ -> new Action("hangup", new Hangup());
        };
    }

    /** One try: 8x8 does not know which digits are valid, so asking again is left to the flow. */
    private static SayAndCapture captureFor(Directive.Ask ask, BinaryOperator<String> voices) {
        long patience = Math.max(ask.timeout().toMillis(), DIGIT_TIMEOUT);
        return new SayAndCapture(
                ask.text(),
                voices.apply(ask.language(), ask.voice()),
                1,
                1.0,
                1,
                ask.maxDigits(),
                patience,
                Math.max(2 * patience, OVERALL_TIMEOUT),
                false,
                1,
                null,
                null);
    }

    private static IllegalArgumentException pbxOnly(Directive directive) {
        return new IllegalArgumentException(
                "8x8 has no PBX: " + directive.getClass().getSimpleName());
    }
}
