package io.tablecall.ingest.parking;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Table {@code parked_webhook}. */
@Component
class ParkedTable {

    private static final int BATCH = 500;

    private final DatabaseClient database;

    ParkedTable(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> insert(List<ParkedWebhook> parked) {
        return database.sql("""
                        INSERT INTO parked_webhook (event_id, provider, provider_call_id, kind, received_at, body)
                        SELECT event_id, provider, provider_call_id, kind, received_at::timestamptz, decode(body, 'base64')
                        FROM unnest(:eventIds, :providers, :calls, :kinds, :receivedAt, :bodies) WITH ORDINALITY
                            AS given (event_id, provider, provider_call_id, kind, received_at, body, place)
                        ORDER BY place
                        ON CONFLICT (event_id) DO NOTHING""")
                .bind("eventIds", column(parked, ParkedWebhook::eventId))
                .bind("providers", column(parked, ParkedWebhook::provider))
                .bind("calls", column(parked, ParkedWebhook::providerCallId))
                .bind("kinds", column(parked, ParkedWebhook::kind))
                .bind("receivedAt", column(parked, p -> p.receivedAt().toString()))
                .bind("bodies", column(parked, p -> Base64.getEncoder().encodeToString(p.body())))
                .then();
    }

    Flux<Row> about(String provider, String providerCallId) {
        return database.sql("""
                        SELECT * FROM parked_webhook WHERE provider = :provider AND provider_call_id = :call ORDER BY id""")
                .bind("provider", provider)
                .bind("call", providerCallId)
                .map(ParkedTable::read)
                .all();
    }

    /** Those whose call has become known, wherever that was noticed. */
    Flux<Row> recognised() {
        return database.sql("""
                        SELECT p.* FROM parked_webhook p
                        WHERE EXISTS (SELECT FROM call_session s
                            WHERE s.provider = p.provider AND s.provider_call_id = p.provider_call_id)
                        ORDER BY p.id LIMIT :batch""").bind("batch", BATCH).map(ParkedTable::read).all();
    }

    Flux<Row> olderThan(Instant limit) {
        return database.sql("SELECT * FROM parked_webhook WHERE received_at < :limit ORDER BY id LIMIT :batch")
                .bind("limit", limit)
                .bind("batch", BATCH)
                .map(ParkedTable::read)
                .all();
    }

    Mono<Void> remove(Collection<Long> ids) {
        return database.sql("DELETE FROM parked_webhook WHERE id = ANY(:ids)")
                .bind("ids", ids.toArray(Long[]::new))
                .then();
    }

    private static String[] column(List<ParkedWebhook> parked, Function<ParkedWebhook, String> part) {
        return parked.stream().map(part).toArray(String[]::new);
    }

    private static Row read(Readable row) {
        return new Row(
                required(row, "id", Long.class),
                new ParkedWebhook(
                        required(row, "event_id", String.class),
                        required(row, "provider", String.class),
                        required(row, "provider_call_id", String.class),
                        required(row, "kind", String.class),
                        required(row, "received_at", OffsetDateTime.class).toInstant(),
                        required(row, "body", byte[].class)));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    record Row(long id, ParkedWebhook webhook) {}
}
