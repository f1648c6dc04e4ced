package io.tablecall.ingest.session;

import io.r2dbc.spi.Readable;
import io.tablecall.callflow.Position;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code call_session}: what memory knows, for after a restart and for the other replicas. */
@Component
class SessionTable {

    private static final TypeReference<Map<String, String>> VARIABLES = new TypeReference<>() {};

    private final DatabaseClient database;
    private final JsonMapper json;

    SessionTable(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Writes them all in one statement. A row that has taken more turns is not set back, a known end is not forgotten. */
    Mono<Void> save(Collection<Saved> sessions) {
        if (sessions.isEmpty()) {
            return Mono.empty();
        }
        // All writers take the rows' locks in the same order, so none of them can block another for good.
        var rows = sessions.stream()
                .sorted(Comparator.comparing(saved -> saved.request().callId()))
                .toList();
        return database.sql("""
                        INSERT INTO call_session AS known (
                            call_id, tenant_id, reservation_id, reservation_version, attempt, provider, flow_id, flow_version,
                            language, variables, zone, requested_at, max_seconds,
                            provider_call_id, position, step, answer, last_event_id, last_reply, ended_at)
                        SELECT call_id, tenant_id, reservation_id, reservation_version, attempt, provider, flow_id, flow_version,
                            language, variables, zone, requested_at::timestamptz, max_seconds,
                            provider_call_id, position, step, answer, last_event_id, last_reply, ended_at::timestamptz
                        FROM unnest(:callIds, :tenants, :reservations, :versions, :attempts, :providers, :flows, :flowVersions,
                            :languages, :variables, :zones, :requestedAt, :maxSeconds,
                            :providerCallIds, :positions, :steps, :answers, :lastEventIds, :lastReplies, :endedAt)
                            AS given (
                            call_id, tenant_id, reservation_id, reservation_version, attempt, provider, flow_id, flow_version,
                            language, variables, zone, requested_at, max_seconds,
                            provider_call_id, position, step, answer, last_event_id, last_reply, ended_at)
                        ON CONFLICT (call_id) DO UPDATE SET
                            provider_call_id = coalesce(excluded.provider_call_id, known.provider_call_id),
                            position = CASE WHEN excluded.step >= known.step THEN excluded.position ELSE known.position END,
                            answer = coalesce(excluded.answer, known.answer),
                            last_event_id =
                                CASE WHEN excluded.step >= known.step THEN excluded.last_event_id ELSE known.last_event_id END,
                            last_reply =
                                CASE WHEN excluded.step >= known.step THEN excluded.last_reply ELSE known.last_reply END,
                            step = greatest(excluded.step, known.step),
                            ended_at = coalesce(known.ended_at, excluded.ended_at)""")
                .bind("callIds", texts(rows, row -> row.request().callId()))
                .bind("tenants", texts(rows, row -> row.request().tenantId()))
                .bind("reservations", texts(rows, row -> row.request().reservationId()))
                .bind("versions", numbers(rows, row -> row.request().reservationVersion()))
                .bind("attempts", numbers(rows, row -> row.request().attempt()))
                .bind("providers", texts(rows, row -> row.request().provider()))
                .bind("flows", texts(rows, row -> row.request().flowId()))
                .bind("flowVersions", numbers(rows, row -> row.request().flowVersion()))
                .bind("languages", texts(rows, row -> row.request().language()))
                .bind(
                        "variables",
                        texts(rows, row -> json.writeValueAsString(row.request().variables())))
                .bind("zones", texts(rows, row -> row.request().zone().getId()))
                .bind(
                        "requestedAt",
                        texts(rows, row -> row.request().requestedAt().toString()))
                .bind("maxSeconds", numbers(rows, row ->
                        (int) row.request().maxDuration().toSeconds()))
                .bind("providerCallIds", texts(rows, row -> row.progress().providerCallId()))
                .bind("positions", texts(rows, row -> text(row.progress().position())))
                .bind("steps", numbers(rows, row -> row.progress().step()))
                .bind("answers", texts(rows, row -> row.progress().answer()))
                .bind("lastEventIds", texts(rows, row -> row.progress().lastEventId()))
                .bind("lastReplies", texts(rows, row -> row.progress().lastReply()))
                .bind("endedAt", texts(rows, row -> text(row.progress().endedAt())))
                .then();
    }

    /** Forgets the calls that ended before; how many those were. */
    Mono<Long> purge(Instant endedBefore) {
        return database.sql("DELETE FROM call_session WHERE ended_at < :before")
                .bind("before", endedBefore)
                .fetch()
                .rowsUpdated();
    }

    Flux<Saved> byCalls(Collection<String> callIds) {
        return database.sql("SELECT * FROM call_session WHERE call_id = ANY(:ids)")
                .bind("ids", callIds.toArray(String[]::new))
                .map(this::read)
                .all();
    }

    Mono<Saved> byProviderCall(String provider, String providerCallId) {
        return database.sql("""
                        SELECT * FROM call_session WHERE provider = :provider AND provider_call_id = :id
                        ORDER BY requested_at DESC LIMIT 1""")
                .bind("provider", provider)
                .bind("id", providerCallId)
                .map(this::read)
                .one();
    }

    private Saved read(Readable row) {
        var request = new CallRequest(
                required(row, "call_id", String.class),
                required(row, "tenant_id", String.class),
                required(row, "reservation_id", String.class),
                required(row, "reservation_version", Integer.class),
                required(row, "attempt", Integer.class),
                required(row, "provider", String.class),
                required(row, "flow_id", String.class),
                required(row, "flow_version", Integer.class),
                required(row, "language", String.class),
                json.readValue(required(row, "variables", String.class), VARIABLES),
                ZoneId.of(required(row, "zone", String.class)),
                required(row, "requested_at", OffsetDateTime.class).toInstant(),
                Duration.ofSeconds(required(row, "max_seconds", Integer.class)));
        var position = row.get("position", String.class);
        var endedAt = row.get("ended_at", OffsetDateTime.class);
        var progress = new Progress(
                row.get("provider_call_id", String.class),
                position == null ? null : Position.parse(position),
                required(row, "step", Integer.class),
                row.get("answer", String.class),
                row.get("last_event_id", String.class),
                row.get("last_reply", String.class),
                endedAt == null ? null : endedAt.toInstant());
        return new Saved(request, progress);
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    private static @Nullable String[] texts(List<Saved> rows, Function<Saved, @Nullable String> part) {
        var column = new String[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = part.apply(rows.get(i));
        }
        return column;
    }

    private static Integer[] numbers(List<Saved> rows, Function<Saved, Integer> part) {
        return rows.stream().map(part).toArray(Integer[]::new);
    }

    private static @Nullable String text(@Nullable Position position) {
        return position == null ? null : position.toText();
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }
}
