package io.tablecall.origination.dial;

import io.r2dbc.spi.Readable;
import io.tablecall.origination.call.Attempt;
import io.tablecall.origination.call.CallFacts;
import io.tablecall.origination.call.CallId;
import io.tablecall.origination.outcome.AfterCall;
import io.tablecall.origination.outcome.Ending;
import io.tablecall.schemas.call.EndStatus;
import io.tablecall.schemas.call.Provenance;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Calls that nobody speaks of any more. None of them is ever dialled again here; they are cleared up or closed. */
@Component
class LostCalls {

    private static final Logger log = LoggerFactory.getLogger(LostCalls.class);
    private static final int BATCH = 100;
    private static final int ASKING_AT_ONCE = 4;
    private static final int HANGING_UP_AT_ONCE = 16;
    private static final Duration LAST_WORD = Duration.ofSeconds(2);

    private final DatabaseClient db;
    private final Originators originators;
    private final Answers answers;
    private final StaleCalls staleCalls;
    private final CallFacts facts;
    private final AfterCall afterCall;
    private final DialSignal signal;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    LostCalls(
            DatabaseClient db,
            Originators originators,
            Answers answers,
            StaleCalls staleCalls,
            CallFacts facts,
            AfterCall afterCall,
            DialSignal signal,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.db = db;
        this.originators = originators;
        this.answers = answers;
        this.staleCalls = staleCalls;
        this.facts = facts;
        this.afterCall = afterCall;
        this.signal = signal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whoever was dialling died before the answer was written: the phone may be ringing. */
    Mono<Void> forsaken() {
        return Mono.defer(() -> {
            var now = clock.instant();
            return changed("""
                            UPDATE attempt SET state = 'UNCLEAR' WHERE call_id IN (
                                SELECT call_id FROM attempt WHERE state = 'DIALLING' AND lease_until < :now
                                ORDER BY lease_until LIMIT :batch FOR UPDATE SKIP LOCKED)
                            RETURNING *""", now)
                    .concatMap(call -> facts.unclear(call.attempt(), "the dialling process died", now))
                    .then()
                    .as(transaction::transactional);
        });
    }

    /** Asks the provider about unclear calls; only a yes means anything. */
    Mono<Void> vouchedFor() {
        return Mono.defer(() -> {
            var now = clock.instant();
            return changed("""
                            SELECT * FROM attempt WHERE state = 'UNCLEAR' AND provider_call_id IS NULL
                            AND ends_by >= :now ORDER BY ends_by LIMIT :batch""", now)
                    .flatMap(call -> ask(call.attempt(), now), ASKING_AT_ONCE)
                    .then();
        });
    }

    private Mono<Void> ask(Attempt attempt, Instant now) {
        return Mono.justOrEmpty(originators.named(attempt.provider()))
                .flatMap(originator -> originator.knows(attempt.call()))
                .filter(alive -> alive)
                .flatMap(_ -> answers.placed(attempt, attempt.call().toString(), Provenance.RECONCILED, now)
                        .as(transaction::transactional)
                        .then(Mono.defer(() -> staleCalls.hangUp(attempt.call()))));
    }

    /** Longer than any call can last, nothing was heard: it is over, and we say how we know. */
    Mono<Void> overdue() {
        return Mono.defer(() -> {
            var now = clock.instant();
            return hungUp(now).then(closed(now)).doOnSuccess(_ -> signal.attemptPlanned());
        });
    }

    /** Should the call live after all, it ends before its number may be called again. Best effort. */
    private Mono<Void> hungUp(Instant now) {
        return changed("""
                        SELECT * FROM attempt WHERE state IN ('DIALLING', 'PLACED', 'UNCLEAR')
                        AND ends_by < :now ORDER BY ends_by LIMIT :batch""", now)
                .flatMap(
                        call -> Mono.justOrEmpty(
                                        originators.named(call.attempt().provider()))
                                .flatMap(originator ->
                                        originator.hangUp(call.attempt().call()))
                                .timeout(LAST_WORD, Mono.empty())
                                .onErrorComplete(),
                        HANGING_UP_AT_ONCE)
                .then();
    }

    private Mono<Void> closed(Instant now) {
        return changed("""
                            UPDATE attempt SET state = 'ENDED', end_status = 'FAILED', ended_at = :now,
                                end_provenance = 'WATCHDOG'
                            WHERE call_id IN (
                                SELECT call_id FROM attempt
                                WHERE state IN ('DIALLING', 'PLACED', 'UNCLEAR') AND ends_by < :now
                                ORDER BY ends_by LIMIT :batch FOR UPDATE SKIP LOCKED)
                            RETURNING *""", now).concatMap(call -> close(call, now)).then().as(transaction::transactional);
    }

    private Mono<Void> close(Lost call, Instant now) {
        log.atWarn()
                .addKeyValue("callId", call.attempt().call())
                .addKeyValue("provider", call.attempt().provider())
                .log("nothing more was heard of the call, closing it");
        var settled = call.answered()
                ? Mono.<Void>empty()
                : afterCall.settle(call.attempt(), new Ending(EndStatus.FAILED, null, false, now));
        return facts.givenUp(call.attempt(), call.providerCallId(), now).then(settled);
    }

    private Flux<Lost> changed(String sql, Instant now) {
        return db.sql(sql)
                .bind("now", now)
                .bind("batch", BATCH)
                .map(Lost::from)
                .all()
                .collectList()
                .flatMapIterable(calls -> calls);
    }

    private record Lost(Attempt attempt, @Nullable String providerCallId, boolean answered) {

        static Lost from(Readable row) {
            return new Lost(
                    new Attempt(
                            new CallId(Objects.requireNonNull(row.get("call_id", UUID.class))),
                            Objects.requireNonNull(row.get("tenant_id", String.class)),
                            Objects.requireNonNull(row.get("reservation_id", String.class)),
                            Objects.requireNonNull(row.get("version", Integer.class)),
                            Objects.requireNonNull(row.get("attempt", Integer.class)),
                            Objects.requireNonNull(row.get("provider", String.class))),
                    row.get("provider_call_id", String.class),
                    row.get("answer", String.class) != null);
        }
    }
}
