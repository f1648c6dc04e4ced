package io.tablecall.ingest.provider.eightbyeight;

import io.tablecall.ingest.conversation.Conversations;
import io.tablecall.ingest.parking.Latecomers;
import io.tablecall.ingest.parking.ParkedWebhook;
import io.tablecall.ingest.parking.Parking;
import io.tablecall.ingest.publish.CallFacts;
import io.tablecall.ingest.publish.Source;
import io.tablecall.ingest.session.CallSession;
import io.tablecall.ingest.session.CallSessions;
import io.tablecall.schemas.call.CallAnswered;
import io.tablecall.schemas.call.CallEnded;
import io.tablecall.schemas.call.CallEvent;
import io.tablecall.schemas.call.CallRinging;
import io.tablecall.schemas.call.Provenance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** VCS and VSS: what happened on the line. About a call we do not know yet it is parked, and told when we do. */
@Component
class LineNews implements Latecomers {

    private final CallSessions sessions;
    private final Conversations conversations;
    private final CallFacts facts;
    private final Parking parking;

    LineNews(CallSessions sessions, Conversations conversations, CallFacts facts, Parking parking) {
        this.sessions = sessions;
        this.conversations = conversations;
        this.facts = facts;
        this.parking = parking;
    }

    /** Completes once it is durable. */
    Mono<Void> take(Received received) {
        var known = sessions.atHand(Received.PROVIDER, received.webhook().sessionId());
        if (known.isPresent()) {
            var session = known.get();
            return session.alone(() -> facts.publish(received.raw(session.callId()), meaning(session, received)));
        }
        return Mono.when(facts.publish(received.raw(null), List.of()), parking.park(received.parked()));
    }

    @Override
    public String provider() {
        return Received.PROVIDER;
    }

    /** The raw event was published when it came. */
    @Override
    public Mono<Void> adopt(CallSession session, ParkedWebhook parked) {
        var received = Received.of(parked);
        return session.alone(() -> facts.publish(null, meaning(session, received)));
    }

    private List<CallEvent> meaning(CallSession session, Received received) {
        var events = new ArrayList<CallEvent>();
        for (var meaning : Translation.of(received.kind(), received.webhook(), received.at())) {
            var source = new Source(Received.PROVIDER, received.source().id(), meaning.at());
            switch (meaning) {
                case Meaning.Ringing(var at) ->
                    events.add(session.event(
                            source.eventId("CallRinging", 0), at, Provenance.PROVIDER, new CallRinging()));
                case Meaning.Answered(var at) -> {
                    if (!handedOn(session)) {
                        events.add(session.event(
                                answerOf(received, at).eventId("CallAnswered", 0),
                                at,
                                Provenance.PROVIDER,
                                new CallAnswered()));
                        events.addAll(conversations.begin(session, source).facts());
                    }
                }
                case Meaning.Ended ended -> {
                    events.addAll(conversations.hungUp(session, source).facts());
                    events.add(session.event(
                            source.eventId("CallEnded", 0),
                            ended.at(),
                            Provenance.PROVIDER,
                            new CallEnded(ended.status(), ended.cause(), ended.causeText(), ended.talkSeconds())));
                }
            }
        }
        return events;
    }

    /** Status and summary both tell of the one moment the guest picked up: one fact, whoever tells it first. */
    private static Source answerOf(Received received, Instant at) {
        return new Source(Received.PROVIDER, received.webhook().sessionId(), at);
    }

    /** Another party is being rung: who answers now is not our guest. */
    private static boolean handedOn(CallSession session) {
        var position = session.position();
        return position != null && position.pending() != null;
    }
}
