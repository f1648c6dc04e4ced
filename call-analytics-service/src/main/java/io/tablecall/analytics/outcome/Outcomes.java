package io.tablecall.analytics.outcome;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How confirmations ended. */
@Component
public class Outcomes {

    private final DatabaseClient db;

    Outcomes(DatabaseClient db) {
        this.db = db;
    }

    /** Remembers a batch in one statement; an outcome heard again changes nothing. */
    public Mono<Void> remember(List<ConfirmationOutcome> outcomes) {
        if (outcomes.isEmpty()) {
            return Mono.empty();
        }
        return db.sql("""
                INSERT INTO outcome (outcome_id, tenant_id, reservation_id, version, outcome, attempts, restaurant_id,
                                     restaurant_name, concluded_at)
                SELECT outcome_id, tenant_id, reservation_id, version, outcome, attempts, restaurant_id,
                       restaurant_name, concluded_at::timestamptz
                FROM unnest(:id::text[], :tenant::text[], :reservation::text[], :version::int[], :outcome::text[],
                            :attempts::int[], :restaurant::text[], :name::text[], :concluded::text[])
                    AS heard (outcome_id, tenant_id, reservation_id, version, outcome, attempts, restaurant_id,
                              restaurant_name, concluded_at)
                ON CONFLICT (outcome_id) DO NOTHING""")
                .bind("id", texts(outcomes, ConfirmationOutcome::outcomeId))
                .bind("tenant", texts(outcomes, ConfirmationOutcome::tenantId))
                .bind("reservation", texts(outcomes, ConfirmationOutcome::reservationId))
                .bind(
                        "version",
                        outcomes.stream().map(ConfirmationOutcome::version).toArray(Integer[]::new))
                .bind("outcome", texts(outcomes, ConfirmationOutcome::outcome))
                .bind(
                        "attempts",
                        outcomes.stream().map(ConfirmationOutcome::attempts).toArray(Integer[]::new))
                .bind("restaurant", texts(outcomes, ConfirmationOutcome::restaurantId))
                .bind("name", texts(outcomes, ConfirmationOutcome::restaurantName))
                .bind(
                        "concluded",
                        texts(outcomes, outcome -> outcome.concludedAt().toString()))
                .then();
    }

    /** How many of a tenant's confirmations ended how, the most frequent first. */
    public Flux<Total> totals(String tenant) {
        return db.sql("""
                        SELECT outcome, count(*) AS total FROM outcome WHERE tenant_id = :tenant
                        GROUP BY outcome ORDER BY total DESC, outcome""")
                .bind("tenant", tenant)
                .map(row -> new Total(
                        Objects.requireNonNull(row.get("outcome", String.class)),
                        Objects.requireNonNull(row.get("total", Long.class))))
                .all();
    }

    /** An outcome and how often it came. */
    public record Total(String outcome, long count) {}

    private static String[] texts(List<ConfirmationOutcome> outcomes, Function<ConfirmationOutcome, String> field) {
        return outcomes.stream().map(field).toArray(String[]::new);
    }
}
