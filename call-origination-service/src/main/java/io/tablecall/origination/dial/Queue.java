package io.tablecall.origination.dial;

import io.r2dbc.spi.Readable;
import io.tablecall.origination.OriginationProperties;
import io.tablecall.origination.call.Attempt;
import io.tablecall.origination.call.CallId;
import io.tablecall.origination.reservation.Confirmations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The head of the queue of dials: taken by one dispatcher at a time, one statement for a whole batch. */
@Component
class Queue {

    private final DatabaseClient db;
    private final Duration untoldLimit;

    Queue(DatabaseClient db, OriginationProperties settings) {
        this.db = db;
        this.untoldLimit = settings.untoldLimit();
    }

    /**
     * Holds due attempts and their confirmations until the transaction ends; what somebody else holds is left out.
     * Nothing is due while the broker does not take our facts: whoever leads the conversation would not know the call.
     */
    Mono<List<DueAttempt>> head(String provider, int limit, Instant now) {
        return db.sql("""
                        SELECT a.call_id, a.attempt, a.version AS attempt_version, a.provider AS attempt_provider,
                            EXISTS (SELECT FROM suppression s WHERE s.tenant_id = a.tenant_id
                                AND s.guest_phone = a.guest_phone) AS suppressed,
                            EXISTS (SELECT FROM attempt l WHERE l.guest_phone = a.guest_phone
                                AND l.state IN ('DIALLING', 'PLACED', 'UNCLEAR')) AS number_busy,
                            c.*
                        FROM attempt a JOIN confirmation c USING (tenant_id, reservation_id)
                        WHERE a.state = 'PLANNED' AND a.provider = :provider AND a.due_at <= :now
                        AND NOT EXISTS (SELECT FROM (SELECT created_at FROM outbox ORDER BY id LIMIT 1) AS oldest
                            WHERE oldest.created_at < now() - make_interval(secs => :untold))
                        ORDER BY a.due_at LIMIT :limit
                        FOR UPDATE OF a, c SKIP LOCKED""")
                .bind("provider", provider)
                .bind("now", now)
                .bind("untold", untoldLimit.toMillis() / 1000.0)
                .bind("limit", limit)
                .map(Queue::from)
                .all()
                .collectList();
    }

    /** Commits to the dial before anybody is asked for it. */
    Mono<Void> dialling(List<CallId> calls, Instant now, Instant leaseUntil, Instant endsBy) {
        return calls.isEmpty()
                ? Mono.empty()
                : db.sql("""
                                UPDATE attempt SET state = 'DIALLING', requested_at = :now, lease_until = :lease,
                                    ends_by = :end
                                WHERE call_id = ANY(:calls)""")
                        .bind("now", now)
                        .bind("lease", leaseUntil)
                        .bind("end", endsBy)
                        .bind("calls", ids(calls))
                        .then();
    }

    Mono<Void> postpone(List<CallId> calls, List<Instant> dues) {
        return calls.isEmpty()
                ? Mono.empty()
                : db.sql("""
                                UPDATE attempt SET due_at = later.due
                                FROM unnest(:calls, :dues) AS later (call_id, due)
                                WHERE attempt.call_id = later.call_id""")
                        .bind("calls", ids(calls))
                        .bind("dues", dues.toArray(Instant[]::new))
                        .then();
    }

    Mono<Void> fence(List<CallId> calls) {
        return calls.isEmpty()
                ? Mono.empty()
                : db.sql("UPDATE attempt SET state = 'FENCED' WHERE call_id = ANY(:calls)")
                        .bind("calls", ids(calls))
                        .then();
    }

    private static UUID[] ids(List<CallId> calls) {
        return calls.stream().map(CallId::value).toArray(UUID[]::new);
    }

    private static DueAttempt from(Readable row) {
        var confirmation = Confirmations.from(row);
        return new DueAttempt(
                new Attempt(
                        new CallId(Objects.requireNonNull(row.get("call_id", UUID.class))),
                        confirmation.tenant(),
                        confirmation.reservation(),
                        Objects.requireNonNull(row.get("attempt_version", Integer.class)),
                        Objects.requireNonNull(row.get("attempt", Integer.class)),
                        Objects.requireNonNull(row.get("attempt_provider", String.class))),
                confirmation,
                Objects.requireNonNull(row.get("suppressed", Boolean.class)),
                Objects.requireNonNull(row.get("number_busy", Boolean.class)));
    }
}
