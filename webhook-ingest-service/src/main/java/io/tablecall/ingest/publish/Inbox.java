package io.tablecall.ingest.publish;

import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Table {@code inbox}: records the broker has not taken yet, in the order they came. */
@Component
class Inbox {

    private final DatabaseClient database;
    private final AtomicLong writes = new AtomicLong();
    private volatile long emptyAsOf = -1;

    Inbox(DatabaseClient database) {
        this.database = database;
    }

    /** One statement, however many records. */
    Mono<Void> write(List<Encoded> records) {
        return database.sql("""
                        INSERT INTO inbox (topic, record_key, value)
                        SELECT topic, record_key, decode(value, 'base64')
                        FROM unnest(:topics, :keys, :values) WITH ORDINALITY AS given (topic, record_key, value, place)
                        ORDER BY place""")
                .bind("topics", column(records, Encoded::topic))
                .bind("keys", column(records, Encoded::key))
                .bind("values", column(records, r -> Base64.getEncoder().encodeToString(r.value())))
                .fetch()
                .rowsUpdated()
                .doOnNext(_ -> writes.incrementAndGet())
                .then();
    }

    Flux<Waiting> oldest(int limit) {
        return database.sql("SELECT id, topic, record_key, value FROM inbox ORDER BY id LIMIT :limit")
                .bind("limit", limit)
                .map(row -> new Waiting(
                        Objects.requireNonNull(row.get("id", Long.class)),
                        new Encoded(
                                Objects.requireNonNull(row.get("topic", String.class)),
                                Objects.requireNonNull(row.get("record_key", String.class)),
                                Objects.requireNonNull(row.get("value", byte[].class)))))
                .all();
    }

    Mono<Void> remove(List<Waiting> forwarded) {
        return database.sql("DELETE FROM inbox WHERE id = ANY(:ids)")
                .bind("ids", forwarded.stream().map(Waiting::id).toArray(Long[]::new))
                .then();
    }

    /** Whether this replica may forward now; held until the surrounding transaction ends. */
    Mono<Boolean> claim() {
        return database.sql("SELECT pg_try_advisory_xact_lock(hashtext('ingest.inbox'))")
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one();
    }

    long writes() {
        return writes.get();
    }

    /** Nothing was left of what had been written when {@link #writes} was this. */
    void emptyAsOf(long seen) {
        emptyAsOf = seen;
    }

    /** Whether it is certain that no record of ours waits here. Meaningful while none is being written. */
    boolean empty() {
        return emptyAsOf == writes.get();
    }

    private static String[] column(List<Encoded> records, Function<Encoded, String> part) {
        return records.stream().map(part).toArray(String[]::new);
    }

    record Waiting(long id, Encoded encoded) {}
}
