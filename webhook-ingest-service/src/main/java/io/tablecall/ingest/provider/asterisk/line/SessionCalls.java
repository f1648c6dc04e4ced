package io.tablecall.ingest.provider.asterisk.line;

import io.tablecall.ingest.conversation.Conversations;
import io.tablecall.ingest.publish.CallFacts;
import io.tablecall.ingest.session.CallSessions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The calls as the sessions know them. */
public final class SessionCalls implements Calls {
    private static final String ASTERISK = "asterisk";

    private final CallSessions sessions;
    private final Conversations conversations;
    private final CallFacts facts;
    private final Foresight foresight;
    private final OpenSessions open;

    public SessionCalls(
            CallSessions sessions,
            OpenSessions open,
            Conversations conversations,
            CallFacts facts,
            Foresight foresight) {
        this.sessions = sessions;
        this.open = open;
        this.conversations = conversations;
        this.facts = facts;
        this.foresight = foresight;
    }

    @Override
    public Mono<LiveCall> find(String callId) {
        return sessions.byCall(callId)
                .filter(session -> session.request().provider().equals(ASTERISK))
                .map(session -> new SessionCall(session, conversations, facts, foresight));
    }

    @Override
    public Flux<LiveCall> open() {
        return open.on(ASTERISK)
                .concatMap(sessions::byCall)
                .filter(session -> !session.ended())
                .map(session -> new SessionCall(session, conversations, facts, foresight));
    }
}
