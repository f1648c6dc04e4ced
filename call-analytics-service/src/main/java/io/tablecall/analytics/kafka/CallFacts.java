package io.tablecall.analytics.kafka;

import io.tablecall.analytics.story.CallFact;
import io.tablecall.analytics.story.CallStatus;
import io.tablecall.analytics.story.Happening;
import io.tablecall.kafka.UnreadableRecord;
import io.tablecall.schemas.call.AnswerRecorded;
import io.tablecall.schemas.call.CallAnswered;
import io.tablecall.schemas.call.CallEnded;
import io.tablecall.schemas.call.CallEvent;
import io.tablecall.schemas.call.CallPlaced;
import io.tablecall.schemas.call.CallRefused;
import io.tablecall.schemas.call.CallRequested;
import io.tablecall.schemas.call.CallRinging;
import io.tablecall.schemas.call.CallUnclear;
import io.tablecall.schemas.call.ConversationEnded;
import io.tablecall.schemas.call.DigitsPressed;
import io.tablecall.schemas.call.EndStatus;
import io.tablecall.schemas.call.MenuEntered;

/** Call events as our facts. */
final class CallFacts {

    private CallFacts() {}

    /**
     * Translates one event.
     *
     * @throws UnreadableRecord for a kind of event this version does not know
     */
    static CallFact from(CallEvent event) {
        return new CallFact(
                event.getEventId(),
                event.getCallId(),
                event.getTenantId(),
                event.getReservationId(),
                event.getReservationVersion(),
                event.getAttempt(),
                event.getProvider(),
                event.getProviderCallId(),
                event.getOccurredAt(),
                event.getProvenance().name(),
                happening(event));
    }

    private static Happening happening(CallEvent event) {
        return switch (event.getDetail()) {
            case CallRequested requested ->
                new Happening.Requested(
                        masked(requested.getGuestPhone()),
                        requested.getVariables().getOrDefault("restaurantName", ""));
            case CallPlaced _ -> new Happening.Placed();
            case CallRefused refused -> new Happening.Refused(refused.getReason());
            case CallUnclear unclear -> new Happening.Unclear(unclear.getReason());
            case CallRinging _ -> new Happening.Ringing();
            case CallAnswered _ -> new Happening.Answered();
            case MenuEntered menu -> new Happening.Asked(menu.getMenuId(), menu.getLanguage(), menu.getPrompt());
            case DigitsPressed pressed -> new Happening.Pressed(pressed.getDigits());
            case AnswerRecorded answer -> new Happening.Answer(answer.getAnswer(), answer.getDigits());
            case ConversationEnded ended -> new Happening.Concluded(ended.getReason());
            case CallEnded ended ->
                new Happening.Ended(
                        status(ended.getStatus()), ended.getCause(), ended.getCauseText(), ended.getTalkSeconds());
            case Object stranger ->
                throw new UnreadableRecord(
                        "no such call event: " + stranger.getClass().getSimpleName());
        };
    }

    private static CallStatus status(EndStatus status) {
        return switch (status) {
            case COMPLETED -> CallStatus.COMPLETED;
            case FAILED -> CallStatus.FAILED;
            case BUSY -> CallStatus.BUSY;
            case NO_ANSWER -> CallStatus.NO_ANSWER;
            case CANCELED -> CallStatus.CANCELED;
        };
    }

    /** The last two digits are enough for staff to tell two calls apart. */
    private static String masked(String number) {
        return "+***" + number.substring(Math.max(0, number.length() - 2));
    }
}
