package io.tablecall.ingest.session;

import io.tablecall.ingest.IngestProperties;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Every conversation under way in one map, found by our id and by the provider's; the table for what is not in it. */
@Component
class SessionsInMemory implements CallSessions {

    private static final Logger log = LoggerFactory.getLogger(SessionsInMemory.class);
    private static final Duration LINGERS = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofHours(2);

    private final Map<String, CallSession> byCall = new ConcurrentHashMap<>();
    private final Map<ProviderCall, CallSession> byProviderCall = new ConcurrentHashMap<>();
    private final Map<ProviderCall, Sinks.One<CallSession>> awaited = new ConcurrentHashMap<>();
    private final SessionTable table;
    private final WriteBehind behind;
    private final InstantSource clock;
    private final int capacity;
    private final Duration kept;

    /** @param kept how long a session stays in its table after its call has ended */
    SessionsInMemory(
            SessionTable table,
            WriteBehind behind,
            InstantSource clock,
            IngestProperties properties,
            @Value("${tablecall.ingest.sessions-kept:7d}") Duration kept) {
        this.table = table;
        this.behind = behind;
        this.clock = clock;
        this.capacity = properties.sessionsInMemory();
        this.kept = kept;
    }

    @Override
    public Mono<CallSession> byCall(String callId) {
        return Mono.defer(() -> Mono.justOrEmpty(byCall.get(callId)))
                .switchIfEmpty(
                        Mono.defer(() -> table.byCalls(List.of(callId)).next().map(this::remember)));
    }

    @Override
    public Mono<CallSession> byProviderCall(String provider, String providerCallId) {
        return Mono.defer(() -> Mono.justOrEmpty(atHand(provider, providerCallId)))
                .switchIfEmpty(Mono.defer(
                        () -> table.byProviderCall(provider, providerCallId).map(this::remember)));
    }

    @Override
    public Mono<CallSession> awaitProviderCall(String provider, String providerCallId, Duration patience) {
        var key = new ProviderCall(provider, providerCallId);
        var known = Mono.defer(() -> byProviderCall(provider, providerCallId));
        var told = Mono.defer(() -> awaited.computeIfAbsent(key, _ -> Sinks.one())
                        .asMono()
                        .timeout(patience)
                        .onErrorResume(_ -> known))
                .doFinally(_ -> awaited.remove(key));
        // Asked again after the wait is armed: the id may have come between the first look and now.
        return known.switchIfEmpty(
                Mono.firstWithValue(told, Mono.defer(() -> Mono.justOrEmpty(byProviderCall.get(key))))
                        .onErrorResume(_ -> Mono.empty()));
    }

    @Override
    public Optional<CallSession> atHand(String provider, String providerCallId) {
        return Optional.ofNullable(byProviderCall.get(new ProviderCall(provider, providerCallId)));
    }

    @Override
    public Mono<CallSession> refreshed(CallSession session) {
        return table.byCalls(List.of(session.callId()))
                .next()
                .doOnNext(saved -> session.catchUp(saved.progress()))
                .thenReturn(session);
    }

    /** Brings into memory whatever the table knows of these calls. */
    Mono<Void> load(Collection<String> callIds) {
        var missing = callIds.stream()
                .filter(id -> !byCall.containsKey(id))
                .distinct()
                .toList();
        return missing.isEmpty()
                ? Mono.empty()
                : table.byCalls(missing).doOnNext(this::remember).then();
    }

    @Nullable
    CallSession inMemory(String callId) {
        return byCall.get(callId);
    }

    CallSession open(CallRequest request) {
        return byCall.computeIfAbsent(request.callId(), _ -> session(request, Progress.NONE));
    }

    @Override
    public void bind(CallSession session, String providerCallId) {
        if (!providerCallId.equals(session.providerCallId())) {
            session.boundTo(providerCallId);
        }
        var key = new ProviderCall(session.request().provider(), providerCallId);
        byProviderCall.put(key, session);
        var waiting = awaited.get(key);
        if (waiting != null) {
            waiting.tryEmitValue(session);
        }
    }

    private CallSession remember(Saved saved) {
        var session = byCall.computeIfAbsent(saved.request().callId(), _ -> session(saved.request(), saved.progress()));
        var providerCallId = saved.progress().providerCallId();
        if (providerCallId != null) {
            bind(session, providerCallId);
        }
        return session;
    }

    private CallSession session(CallRequest request, Progress progress) {
        return new CallSession(request, progress, clock, behind::note);
    }

    /** What is over leaves memory, and the oldest leave when there are too many; all of them stay in the table. */
    @Scheduled(fixedDelay = 10_000)
    void sweep() {
        var now = clock.instant();
        byCall.values().stream().filter(session -> isOver(session, now)).forEach(this::forget);
        int excess = byCall.size() - capacity;
        if (excess > 0) {
            byCall.values().stream()
                    .sorted(Comparator.comparing(session -> session.request().requestedAt()))
                    .limit(excess)
                    .toList()
                    .forEach(this::forget);
        }
    }

    /** The table forgets, too, when nobody will ask any more. */
    @Scheduled(initialDelay = 60_000, fixedDelay = 3_600_000)
    void purge() {
        table.purge(clock.instant().minus(kept))
                .subscribe(
                        gone -> log.atInfo().addKeyValue("sessions", gone).log("ended sessions deleted"),
                        e -> log.atWarn().setCause(e).log("ended sessions not deleted"));
    }

    private static boolean isOver(CallSession session, Instant now) {
        var endedAt = session.progress().endedAt();
        return endedAt != null
                ? endedAt.plus(LINGERS).isBefore(now)
                : session.request().requestedAt().plus(LONGEST).isBefore(now);
    }

    private void forget(CallSession session) {
        if (behind.pending(session)) {
            return;
        }
        byCall.remove(session.callId(), session);
        var providerCallId = session.providerCallId();
        if (providerCallId != null) {
            byProviderCall.remove(new ProviderCall(session.request().provider(), providerCallId), session);
        }
    }

    private record ProviderCall(String provider, String id) {}
}
