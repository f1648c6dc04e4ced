package io.tablecall.ingest.session;

import io.tablecall.schemas.Topics;
import io.tablecall.schemas.call.CallEnded;
import io.tablecall.schemas.call.CallEvent;
import io.tablecall.schemas.call.CallPlaced;
import io.tablecall.schemas.call.CallRefused;
import io.tablecall.schemas.call.CallRequested;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Opens a session when a call is requested, binds the provider's id to it, closes it when the call has ended or was refused. */
@Component
class SessionListener {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SessionsInMemory sessions;
    private final SessionTable table;
    private final ApplicationEventPublisher told;

    SessionListener(SessionsInMemory sessions, SessionTable table, ApplicationEventPublisher told) {
        this.sessions = sessions;
        this.table = table;
        this.told = told;
    }

    /**
     * Waits until the table has it too: a session whose record is acknowledged survives us. Mostly our own facts come
     * back: they are worth reading in heaps, and a new call can wait for 25 ms.
     */
    @KafkaListener(
            id = "sessions",
            groupId = "webhook-ingest",
            topics = Topics.CALL_EVENTS,
            batch = "true",
            properties = {"fetch.min.bytes=32768", "fetch.max.wait.ms=25"})
    void on(List<CallEvent> events) {
        var ours = events.stream().filter(SessionListener::concernsUs).toList();
        if (ours.isEmpty()) {
            return;
        }
        sessions.load(ours.stream().map(CallEvent::getCallId).toList()).block(PATIENCE);
        Set<CallSession> touched = new LinkedHashSet<>();
        List<CallSession> bound = new ArrayList<>();
        for (var event : ours) {
            apply(event, touched, bound);
        }
        table.save(touched.stream().map(Saved::of).toList()).block(PATIENCE);
        bound.forEach(session -> told.publishEvent(new SessionBound(session)));
    }

    private void apply(CallEvent event, Set<CallSession> touched, List<CallSession> bound) {
        if (event.getDetail() instanceof CallRequested requested) {
            touched.add(sessions.open(CallRequest.of(event, requested)));
            return;
        }
        var session = sessions.inMemory(event.getCallId());
        if (session == null) {
            return;
        }
        if (event.getDetail() instanceof CallPlaced placed) {
            sessions.bind(session, placed.getProviderCallId());
            bound.add(session);
        } else {
            session.endedAt(event.getOccurredAt());
        }
        touched.add(session);
    }

    private static boolean concernsUs(CallEvent event) {
        return event.getDetail() instanceof CallRequested
                || event.getDetail() instanceof CallPlaced
                || event.getDetail() instanceof CallRefused
                || event.getDetail() instanceof CallEnded;
    }
}
