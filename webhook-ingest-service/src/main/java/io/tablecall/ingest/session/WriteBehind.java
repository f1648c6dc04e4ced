package io.tablecall.ingest.session;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/** Writes what changed in memory to the table a moment later, many sessions to one statement. */
@Component
class WriteBehind implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(WriteBehind.class);
    private static final Duration BEHIND = Duration.ofMillis(50);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration FAREWELL = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LARGEST_WRITE = 1000;

    private final Set<CallSession> changed = ConcurrentHashMap.newKeySet();
    private final SessionTable table;
    private volatile Disposable writing = Disposables.disposed();

    WriteBehind(SessionTable table) {
        this.table = table;
    }

    void note(CallSession session) {
        changed.add(session);
    }

    boolean pending(CallSession session) {
        return changed.contains(session);
    }

    /** Taken out of the set before it is read, so that a change meanwhile brings it back. */
    private Mono<Void> write() {
        List<CallSession> batch = changed.stream().limit(LARGEST_WRITE).toList();
        batch.forEach(changed::remove);
        return table.save(batch.stream().map(Saved::of).toList())
                .timeout(PATIENCE)
                .onErrorResume(failure -> {
                    changed.addAll(batch);
                    log.atWarn()
                            .addKeyValue("sessions", batch.size())
                            .setCause(failure)
                            .log("sessions not written yet");
                    return Mono.delay(AFTER_FAILURE).then();
                });
    }

    @Override
    public void start() {
        writing = Mono.defer(this::write).then(Mono.delay(BEHIND)).repeat().subscribe();
    }

    @Override
    public void stop(Runnable callback) {
        writing.dispose();
        Mono.defer(this::write)
                .timeout(FAREWELL)
                .onErrorComplete()
                .doFinally(_ -> callback.run())
                .subscribe();
    }

    @Override
    public void stop() {
        writing.dispose();
    }

    @Override
    public boolean isRunning() {
        return !writing.isDisposed();
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
