package io.tablecall.origination.outcome;

import static io.r2dbc.spi.R2dbcType.VARCHAR;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import io.tablecall.origination.call.Attempt;
import io.tablecall.origination.call.CallId;
import io.tablecall.origination.dial.Attempts;
import io.tablecall.origination.dial.DialSignal;
import io.tablecall.origination.number.PhoneNumber;
import io.tablecall.origination.reservation.Confirmation;
import io.tablecall.origination.reservation.Confirmations;
import io.tablecall.origination.suppression.Suppressions;
import io.tablecall.schemas.call.Provenance;
import io.tablecall.schemas.reservation.Outcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Remembers what was heard of each call. Safe to hear twice, late or backwards: what is known already changes nothing. */
@Component
class CallStory {

    /** What the guest said with a key, in the flow's word. */
    record Answer(String word, String key, Instant at) {
        private static final String OPTED_OUT = "OPTED_OUT";

        Outcome outcome() {
            return switch (word) {
                case "CONFIRMED" -> Outcome.CONFIRMED;
                case "CANCELLED" -> Outcome.CANCELLED;
                case OPTED_OUT -> Outcome.REFUSED;
                default -> Outcome.UNRESOLVED;
            };
        }

        boolean optsOut() {
            return word.equals(OPTED_OUT);
        }
    }

    private final DatabaseClient db;
    private final Confirmations confirmations;
    private final Conclusions conclusions;
    private final AfterCall afterCall;
    private final Suppressions suppressions;
    private final Attempts attempts;
    private final DialSignal signal;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    CallStory(
            DatabaseClient db,
            Confirmations confirmations,
            Conclusions conclusions,
            AfterCall afterCall,
            Suppressions suppressions,
            Attempts attempts,
            DialSignal signal,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.db = db;
        this.confirmations = confirmations;
        this.conclusions = conclusions;
        this.afterCall = afterCall;
        this.suppressions = suppressions;
        this.attempts = attempts;
        this.signal = signal;
        this.transaction = transaction;
        this.clock = clock;
    }

    Mono<Void> pickedUp(CallId call) {
        return db.sql("UPDATE attempt SET picked_up = true WHERE call_id = :call AND NOT picked_up")
                .bind("call", call.value())
                .then();
    }

    /** The guest's word counts whenever it is heard, also after the end; of two words in one call the later one. */
    Mono<Void> answered(CallId call, Answer answer) {
        return db.sql("""
                        UPDATE attempt SET answer = :word, answer_digits = :key, answered_at = :at
                        WHERE call_id = :call AND (answered_at IS NULL OR answered_at < :at)
                        RETURNING *""")
                .bind("word", answer.word())
                .bind("key", answer.key())
                .bind("at", answer.at())
                .bind("call", call.value())
                .map(Heard::from)
                .one()
                .flatMap(heard -> confirmations
                        .lock(heard.attempt().tenant(), heard.attempt().reservation())
                        .flatMap(confirmation -> heed(confirmation, heard, answer)))
                .as(transaction::transactional)
                .doOnSuccess(_ -> signal.attemptPlanned());
    }

    /** Whoever opts out has the number that was called, which a newer version may no longer name. */
    private Mono<Void> heed(Confirmation confirmation, Heard heard, Answer answer) {
        var now = clock.instant();
        var attempt = heard.attempt();
        var optOut = answer.optsOut()
                ? suppressions
                        .suppress(attempt.tenant(), heard.guest(), now)
                        .then(attempts.hasten(attempt.tenant(), heard.guest(), now))
                : Mono.<Void>empty();
        if (confirmation.version() != attempt.version()) {
            return optOut;
        }
        var conclusion = new Conclusion(
                answer.outcome(),
                answer.optsOut() ? "the guest does not want to be called" : null,
                attempt.call(),
                attempt.provider(),
                answer.key());
        return optOut.then(conclusions.conclude(confirmation, conclusion, now));
    }

    /** The first end counts; a provider's word still replaces our own guess in the record. */
    Mono<Void> ended(CallId call, Ending ending, Provenance provenance) {
        return db.sql("""
                        UPDATE attempt SET state = 'ENDED', end_status = :status, end_cause = :cause, ended_at = :at,
                            end_provenance = :provenance
                        WHERE call_id = :call AND state NOT IN ('PLANNED', 'FENCED', 'REFUSED')
                        AND (ended_at IS NULL OR end_provenance = 'WATCHDOG' AND :provenance <> 'WATCHDOG')
                        RETURNING *""")
                .bind("status", ending.status().name())
                .bind("cause", Parameters.in(VARCHAR, ending.cause()))
                .bind("at", ending.at())
                .bind("provenance", provenance.name())
                .bind("call", call.value())
                .map(row -> new Ended(attempt(row), row.get("answer", String.class) != null))
                .one()
                .filter(ended -> !ended.answered())
                .flatMap(ended -> afterCall.settle(ended.attempt(), ending))
                .as(transaction::transactional)
                .doOnSuccess(_ -> signal.attemptPlanned());
    }

    private record Heard(Attempt attempt, PhoneNumber guest) {

        static Heard from(Readable row) {
            return new Heard(
                    CallStory.attempt(row),
                    new PhoneNumber(Objects.requireNonNull(row.get("guest_phone", String.class))));
        }
    }

    private record Ended(Attempt attempt, boolean answered) {}

    private static Attempt attempt(Readable row) {
        return new Attempt(
                new CallId(Objects.requireNonNull(row.get("call_id", UUID.class))),
                Objects.requireNonNull(row.get("tenant_id", String.class)),
                Objects.requireNonNull(row.get("reservation_id", String.class)),
                Objects.requireNonNull(row.get("version", Integer.class)),
                Objects.requireNonNull(row.get("attempt", Integer.class)),
                Objects.requireNonNull(row.get("provider", String.class)));
    }
}
