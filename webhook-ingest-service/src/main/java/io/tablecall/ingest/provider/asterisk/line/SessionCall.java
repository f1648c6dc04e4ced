package io.tablecall.ingest.provider.asterisk.line;

import io.tablecall.callflow.Directive;
import io.tablecall.callflow.Input;
import io.tablecall.ingest.conversation.Conversations;
import io.tablecall.ingest.conversation.Spoken;
import io.tablecall.ingest.provider.asterisk.event.CallFact;
import io.tablecall.ingest.publish.CallFacts;
import io.tablecall.ingest.publish.Source;
import io.tablecall.ingest.session.CallSession;
import io.tablecall.schemas.call.ConversationEnded;
import io.tablecall.schemas.call.Provenance;
import io.tablecall.schemas.provider.ProviderEvent;
import io.tablecall.speech.Utterance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A call as its session knows it. Asterisk says nothing twice, so every fact is kept until it is durable. */
record SessionCall(CallSession session, Conversations conversations, CallFacts facts, Foresight foresight)
        implements LiveCall {

    @Override
    public String callId() {
        return session.callId();
    }

    @Override
    public Instant requestedAt() {
        return session.request().requestedAt();
    }

    @Override
    public Duration maxDuration() {
        return session.request().maxDuration();
    }

    @Override
    public boolean begun() {
        return session.position() != null;
    }

    @Override
    public boolean finished() {
        return session.finished();
    }

    @Override
    public boolean ended() {
        return session.ended();
    }

    @Override
    public List<Directive> begin(String cause, Instant at) {
        return spoken(() -> conversations.begin(session, source(cause, at)));
    }

    @Override
    public List<Directive> proceed(Input input, String cause, Instant at) {
        return spoken(() -> conversations.proceed(session, input, source(cause, at)));
    }

    @Override
    public List<Directive> again() {
        return session.directives();
    }

    @Override
    public void guestGone(String cause, Instant at) {
        spoken(() -> conversations.hungUp(session, source(cause, at)));
    }

    @Override
    public void brokeOff(String cause, Instant at) {
        var id = source(cause, at).eventId("ConversationEnded", 0);
        keep(null, List.of(session.event(id, at, Provenance.CONVERSATION, new ConversationEnded("FAILED"))));
    }

    @Override
    public void tell(@Nullable ProviderEvent raw, List<CallFact> told, Provenance provenance) {
        keep(
                raw,
                told.stream()
                        .map(fact -> session.event(fact.eventId(), fact.at(), provenance, fact.detail()))
                        .toList());
    }

    @Override
    public List<Utterance> foreseen() {
        return foresight.of(session);
    }

    private List<Directive> spoken(Supplier<Spoken> turn) {
        return session.alone(() -> {
            var spoken = turn.get();
            keep(null, spoken.facts());
            return spoken.directives();
        });
    }

    private void keep(@Nullable ProviderEvent raw, List<io.tablecall.schemas.call.CallEvent> events) {
        if (raw != null || !events.isEmpty()) facts.keep(raw, events).subscribe();
    }

    private Source source(String cause, Instant at) {
        return new Source(session.request().provider(), session.callId() + '/' + cause, at);
    }
}
