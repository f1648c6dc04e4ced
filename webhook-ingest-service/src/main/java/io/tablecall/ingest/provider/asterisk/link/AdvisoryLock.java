package io.tablecall.ingest.provider.asterisk.link;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
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
    private @Nullable Connection held;
    private @Nullable Disposable watch;
    private CompletableFuture<Void> lost = new CompletableFuture<>();

    public AdvisoryLock(ConnectionFactory database, long key, Duration probe) {
        this.database = database instanceof ConnectionPool pool ? pool.unwrap() : database;
        this.key = key;
        this.probe = probe;
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
                .flatMap(connection -> tryLock(connection)
                        .timeout(PATIENCE)
                        .onErrorResume(e -> Mono.from(connection.close()).then(Mono.error(e)))
                        .flatMap(mine -> mine
                                ? Mono.just(connection)
                                : Mono.from(connection.close()).then(Mono.empty())));
    }

    private Mono<Boolean> tryLock(Connection connection) {
        return Mono.from(connection
                        .createStatement("SELECT pg_try_advisory_lock($1)")
                        .bind(0, key)
                        .execute())
                .flatMap(result -> Mono.from(result.map((row, _) -> Boolean.TRUE.equals(row.get(0, Boolean.class)))));
    }

    private Disposable watch(Connection connection, CompletableFuture<Void> lost) {
        return Flux.interval(probe)
                .onBackpressureDrop()
                .concatMap(_ -> Mono.from(connection.createStatement("SELECT 1").execute())
                        .flatMap(result -> Mono.from(result.map((row, _) -> row)))
                        .timeout(probe))
                .subscribe(_ -> {}, _ -> lost.complete(null), () -> lost.complete(null));
    }
}
