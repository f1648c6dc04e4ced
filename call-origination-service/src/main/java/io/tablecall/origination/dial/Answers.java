package io.tablecall.origination.dial;

import static io.r2dbc.spi.R2dbcType.VARCHAR;

import io.r2dbc.spi.Parameters;
import io.tablecall.origination.call.Attempt;
import io.tablecall.origination.call.CallFacts;
import io.tablecall.origination.call.CallId;
import io.tablecall.origination.outcome.AfterCall;
import io.tablecall.origination.outcome.Ending;
import io.tablecall.origination.provider.Origination;
import io.tablecall.schemas.call.CallRefused;
import io.tablecall.schemas.call.Provenance;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Writes a provider's answer down. Events may have overtaken it: a call that already ended stays ended. */
@Component
class Answers {

    private final DatabaseClient db;
    private final CallFacts facts;
    private final AfterCall afterCall;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    Answers(
            DatabaseClient db,
            CallFacts facts,
            AfterCall afterCall,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.db = db;
        this.facts = facts;
        this.afterCall = afterCall;
        this.transaction = transaction;
        this.clock = clock;
    }

    Mono<Void> record(Attempt attempt, Origination answer) {
        return Mono.defer(() -> write(attempt, answer, clock.instant())).as(transaction::transactional);
    }

    private Mono<Void> write(Attempt attempt, Origination answer, Instant now) {
        return switch (answer) {
            case Origination.Placed(var id) -> placed(attempt, id, Provenance.ORIGINATION, now);
            case Origination.Unclear(var reason) ->
                change(attempt.call(), "UNCLEAR", now).flatMap(_ -> facts.unclear(attempt, reason, now));
            case Origination.Refused refused ->
                change(attempt.call(), "REFUSED", now)
                        .flatMap(_ -> facts.refused(
                                        attempt,
                                        new CallRefused(refused.reason(), refused.code(), refused.outage()),
                                        now)
                                .then(afterCall.settle(attempt, Ending.refused(refused, now))));
            case Origination.Busy(var pause) -> backInQueue(attempt.call(), now, pause);
        };
    }

    /** The provider vouches for the call, in its answer or later when it is asked again. */
    Mono<Void> placed(Attempt attempt, String providerCallId, Provenance provenance, Instant now) {
        return db.sql("""
                        UPDATE attempt SET provider_call_id = :id,
                            state = CASE WHEN state IN ('DIALLING', 'UNCLEAR') THEN 'PLACED' ELSE state END
                        WHERE call_id = :call AND provider_call_id IS NULL""")
                .bind("id", providerCallId)
                .bind("call", attempt.call().value())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .flatMap(_ -> facts.placed(attempt, providerCallId, provenance, now));
    }

    private Mono<Long> change(CallId call, String state, Instant now) {
        var ended = "REFUSED".equals(state) ? "REFUSED" : null;
        return db.sql("""
                        UPDATE attempt SET state = :state, end_status = :ended,
                            ended_at = CASE WHEN :state = 'REFUSED' THEN :now END
                        WHERE call_id = :call AND state = 'DIALLING'""")
                .bind("state", state)
                .bind("ended", Parameters.in(VARCHAR, ended))
                .bind("now", now)
                .bind("call", call.value())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1);
    }

    /** It never rang, so the same dial may wait for its turn once more. */
    private Mono<Void> backInQueue(CallId call, Instant now, Duration pause) {
        return db.sql("""
                        UPDATE attempt SET state = 'PLANNED', due_at = :due, requested_at = NULL, lease_until = NULL,
                            ends_by = NULL
                        WHERE call_id = :call AND state = 'DIALLING'""")
                .bind("due", now.plus(pause))
                .bind("call", call.value())
                .then();
    }
}
