package io.tablecall.ingest.provider.asterisk.link;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Ownership as a Postgres advisory lock, held by a connection of its own outside the pool: when the connection goes, the
 * lock goes, and with it the ownership.
 */
public final class AdvisoryLock implements Ownership {
    private static final Logger log = LoggerFactory.getLogger(AdvisoryLock.class);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ConnectionFactory database;
    private final long key;
    private final Duration probe;
    private final Duration patience;
    private @Nullable Connection held;
    private @Nullable Disposable watch;
    private CompletableFuture<Void> lost = new CompletableFuture<>();

    /**
     * @param probe between two looks at the connection
     * @param patience with a database that says nothing; twice as long unheard of, the database gives the lock to others
     */
    public AdvisoryLock(ConnectionFactory database, long key, Duration probe, Duration patience) {
        this.database = database instanceof ConnectionPool pool ? pool.unwrap() : database;
        this.key = key;
        this.probe = probe;
        this.patience = patience;
    }

    @Override
    public synchronized boolean take() {
        if (held != null && !lost.isDone()) return true;
        release();
        try {
            var locked = locked().toFuture().get();
            if (locked == null) return false;
            held = locked;
            lost = new CompletableFuture<>();
            watch = watch(locked, lost);
            return true;
        } catch (ExecutionException e) {
            log.atWarn().setCause(e).log("ownership of Asterisk could not be asked for");
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public synchronized CompletableFuture<Void> lost() {
        return lost;
    }

    @Override
    public synchronized void release() {
        if (watch != null) watch.dispose();
        if (held != null) Mono.from(held.close()).onErrorComplete().subscribe();
        watch = null;
        held = null;
        lost.complete(null);
    }

    /** A connection that holds the lock; empty when somebody else does. */
    private Mono<Connection> locked() {
        return Mono.from(database.create())
                .timeout(PATIENCE)
                .flatMap(connection -> endWhenIdle(connection)
                        .then(tryLock(connection))
                        .timeout(PATIENCE)
                        .onErrorResume(e -> Mono.from(connection.close()).then(Mono.error(e)))
                        .flatMap(mine -> mine
                                ? Mono.just(connection)
                                : Mono.from(connection.close()).then(Mono.empty())));
    }

    /** A host that is gone without a word must not hold the lock for as long as TCP believes in it. */
    private Mono<Void> endWhenIdle(Connection connection) {
        return Mono.from(connection
                        .createStatement("SELECT set_config('idle_session_timeout', $1, false)")
                        .bind(0, patience.multipliedBy(2).toMillis() + "ms")
                        .execute())
                .flatMap(result -> Mono.from(result.map((row, _) -> true)))
                .then();
    }

    private Mono<Boolean> tryLock(Connection connection) {
        return Mono.from(connection
                        .createStatement("SELECT pg_try_advisory_lock($1)")
                        .bind(0, key)
                        .execute())
                .flatMap(result -> Mono.from(result.map((row, _) -> Boolean.TRUE.equals(row.get(0, Boolean.class)))));
    }

    /** The lock lives as long as its session: only its end or a long silence is a loss, a slow or bad answer is none. */
    private Disposable watch(Connection connection, CompletableFuture<Void> lost) {
        return Flux.interval(probe)
                .onBackpressureDrop()
                .concatMap(_ -> Mono.from(connection.createStatement("SELECT 1").execute())
                        .flatMap(result -> Mono.from(result.map((row, _) -> true)))
                        .onErrorResume(e -> stillOpen(connection, e))
                        .timeout(patience))
                .subscribe(_ -> {}, _ -> lost.complete(null), () -> lost.complete(null));
    }

    private static Mono<Boolean> stillOpen(Connection connection, Throwable failure) {
        return Mono.from(connection.validate(ValidationDepth.LOCAL))
                .filter(open -> open)
                .switchIfEmpty(Mono.error(failure));
    }
}
