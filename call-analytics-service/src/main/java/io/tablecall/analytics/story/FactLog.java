package io.tablecall.analytics.story;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Everything heard about calls, each fact once. */
@Component
class FactLog {

    private final DatabaseClient db;

    FactLog(DatabaseClient db) {
        this.db = db;
    }

    /** Remembers what is new among the facts, in one statement; completes with the calls that something new was heard of. */
    Mono<List<String>> append(List<CallFact> facts) {
        return db.sql("""
                WITH fresh AS (
                    INSERT INTO call_fact (event_id, call_id, tenant_id, reservation_id, version, attempt, provider,
                                           provider_call_id, at, provenance, kind, detail)
                    SELECT event_id, call_id, tenant_id, reservation_id, version, attempt, provider,
                           provider_call_id, at::timestamptz, provenance, kind, detail::jsonb
                    FROM unnest(:event::text[], :call::text[], :tenant::text[], :reservation::text[], :version::int[],
                                :attempt::int[], :provider::text[], :providerCall::text[], :at::text[],
                                :provenance::text[], :kind::text[], :detail::text[])
                        AS heard (event_id, call_id, tenant_id, reservation_id, version, attempt, provider,
                                  provider_call_id, at, provenance, kind, detail)
                    ON CONFLICT (event_id) DO NOTHING
                    RETURNING call_id)
                SELECT DISTINCT call_id FROM fresh""")
                .bind("event", texts(facts, CallFact::eventId))
                .bind("call", texts(facts, CallFact::callId))
                .bind("tenant", texts(facts, CallFact::tenantId))
                .bind("reservation", texts(facts, CallFact::reservationId))
                .bind("version", facts.stream().map(CallFact::version).toArray(Integer[]::new))
                .bind("attempt", facts.stream().map(CallFact::attempt).toArray(Integer[]::new))
                .bind("provider", texts(facts, CallFact::provider))
                .bind("providerCall", texts(facts, CallFact::providerCallId))
                .bind("at", texts(facts, fact -> fact.at().toString()))
                .bind("provenance", texts(facts, CallFact::provenance))
                .bind("kind", texts(facts, fact -> HappeningJson.kind(fact.happening())))
                .bind("detail", texts(facts, fact -> HappeningJson.write(fact.happening())))
                .map(row -> text(row, "call_id"))
                .all()
                .collectList();
    }

    /** All that was ever heard of these calls. */
    Flux<CallFact> of(Collection<String> calls) {
        return db.sql("SELECT * FROM call_fact WHERE call_id = ANY (:calls)")
                .bind("calls", calls.toArray(String[]::new))
                .map(FactLog::fact)
                .all();
    }

    private static CallFact fact(Readable row) {
        return new CallFact(
                text(row, "event_id"),
                text(row, "call_id"),
                text(row, "tenant_id"),
                text(row, "reservation_id"),
                number(row, "version"),
                number(row, "attempt"),
                text(row, "provider"),
                row.get("provider_call_id", String.class),
                instant(row, "at"),
                text(row, "provenance"),
                HappeningJson.read(text(row, "kind"), text(row, "detail")));
    }

    private static @Nullable String[] texts(List<CallFact> facts, Function<CallFact, @Nullable String> field) {
        return facts.stream().map(field).toArray(String[]::new);
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    private static int number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Integer.class));
    }

    private static Instant instant(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, OffsetDateTime.class)).toInstant();
    }
}
