package io.tablecall.origination.outcome;

import io.tablecall.kafka.UnreadableRecord;
import io.tablecall.origination.call.CallId;
import io.tablecall.schemas.Topics;
import io.tablecall.schemas.call.AnswerRecorded;
import io.tablecall.schemas.call.CallAnswered;
import io.tablecall.schemas.call.CallEnded;
import io.tablecall.schemas.call.CallEvent;
import java.time.Duration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Waits on purpose: two events of one call must not run side by side. */
@Component
class CallEventListener {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CallStory story;

    CallEventListener(CallStory story) {
        this.story = story;
    }

    @KafkaListener(id = "call-event", groupId = "call-origination", topics = Topics.CALL_EVENTS)
    void on(CallEvent event) {
        apply(event).block(PATIENCE);
    }

    private Mono<Void> apply(CallEvent event) {
        var call = callOf(event);
        return switch (event.getDetail()) {
            case CallAnswered _ -> story.pickedUp(call);
            case AnswerRecorded said ->
                story.answered(call, new CallStory.Answer(said.getAnswer(), said.getDigits(), event.getOccurredAt()));
            case CallEnded end ->
                story.ended(
                        call,
                        Ending.told(end.getStatus(), end.getCause(), event.getOccurredAt()),
                        event.getProvenance());
            case Object _ -> Mono.empty();
        };
    }

    private static CallId callOf(CallEvent event) {
        try {
            return CallId.parse(event.getCallId());
        } catch (IllegalArgumentException malformed) {
            throw new UnreadableRecord("callId is no UUID", malformed);
        }
    }
}
