package io.tablecall.ingest.provider.asterisk.line;

import io.tablecall.ingest.conversation.Conversations;
import io.tablecall.ingest.publish.CallFacts;
import io.tablecall.ingest.session.CallSession;
import io.tablecall.ingest.session.CallSessions;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The calls as the sessions know them. */
public final class SessionCalls implements Calls {
    private static final Logger log = LoggerFactory.getLogger(SessionCalls.class);
    private static final String ASTERISK = "asterisk";
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int AT_ONCE = 4;

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
        return known(callId)
                .filter(session -> session.request().provider().equals(ASTERISK))
                .map(session -> new SessionCall(session, conversations, facts, foresight));
    }

    @Override
    public Flux<LiveCall> open() {
        return open.on(ASTERISK)
                .flatMapSequential(this::known, AT_ONCE)
                .filter(session -> !session.ended())
                .map(session -> new SessionCall(session, conversations, facts, foresight));
    }

    /** As far as whoever led it last has brought it: what memory holds may be a copy of long before. */
    private Mono<CallSession> known(String callId) {
        return sessions.byCall(callId)
                .flatMap(session -> sessions.refreshed(session)
                        .timeout(PATIENCE)
                        .onErrorResume(e -> {
                            log.atWarn()
                                    .addKeyValue("callId", callId)
                                    .setCause(e)
                                    .log("session taken as memory has it");
                            return Mono.just(session);
                        }));
    }
}
