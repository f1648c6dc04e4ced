package io.tablecall.origination.dial;

import io.tablecall.origination.call.Attempt;
import io.tablecall.origination.number.PhoneNumber;
import io.tablecall.origination.reservation.Confirmation;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The queue of dials. Everything here joins the running transaction. */
@Component
public class Attempts {

    private final DatabaseClient db;

    Attempts(DatabaseClient db) {
        this.db = db;
    }

    /** Queues one dial; the same dial is never queued twice. */
    public Mono<Void> plan(Confirmation confirmation, int number, Instant due) {
        var attempt = Attempt.of(
                confirmation.tenant(),
                confirmation.reservation(),
                confirmation.version(),
                number,
                confirmation.provider());
        return db.sql("""
                        INSERT INTO attempt (call_id, tenant_id, reservation_id, version, attempt, provider,
                            guest_phone, state, due_at)
                        VALUES (:call, :tenant, :reservation, :version, :attempt, :provider, :phone, 'PLANNED', :due)
                        ON CONFLICT DO NOTHING""")
                .bind("call", attempt.call().value())
                .bind("tenant", attempt.tenant())
                .bind("reservation", attempt.reservation())
                .bind("version", attempt.version())
                .bind("attempt", number)
                .bind("provider", attempt.provider())
                .bind("phone", confirmation.guest().e164())
                .bind("due", due)
                .then();
    }

    /** Takes the reservation's queued dials out of the queue for good. */
    public Mono<Void> fence(String tenant, String reservation) {
        return db.sql("""
                        UPDATE attempt SET state = 'FENCED'
                        WHERE tenant_id = :tenant AND reservation_id = :reservation AND state = 'PLANNED'""")
                .bind("tenant", tenant)
                .bind("reservation", reservation)
                .then();
    }

    /** When the reservation's queued dial is due; empty when none is queued. */
    public Mono<Instant> queuedUntil(String tenant, String reservation) {
        return db.sql("""
                        SELECT due_at FROM attempt
                        WHERE tenant_id = :tenant AND reservation_id = :reservation AND state = 'PLANNED'
                        ORDER BY due_at DESC LIMIT 1""")
                .bind("tenant", tenant)
                .bind("reservation", reservation)
                .mapValue(Instant.class)
                .one();
    }

    /** When the last call about the reservation to this number was over; empty when there was none. */
    public Mono<Instant> lastRing(String tenant, String reservation, PhoneNumber number) {
        return db.sql("""
                        SELECT ended_at FROM attempt
                        WHERE tenant_id = :tenant AND reservation_id = :reservation AND guest_phone = :phone
                        AND state = 'ENDED' ORDER BY ended_at DESC LIMIT 1""")
                .bind("tenant", tenant)
                .bind("reservation", reservation)
                .bind("phone", number.e164())
                .mapValue(Instant.class)
                .one();
    }

    /** No queued dial of the reservation before {@code earliest}: a moved booking keeps the pause after a ring, too. */
    public Mono<Void> delay(String tenant, String reservation, Instant earliest) {
        return db.sql("""
                        UPDATE attempt SET due_at = :earliest
                        WHERE tenant_id = :tenant AND reservation_id = :reservation AND state = 'PLANNED'
                        AND due_at < :earliest""")
                .bind("tenant", tenant)
                .bind("reservation", reservation)
                .bind("earliest", earliest)
                .then();
    }

    /** Lets everything queued for a number be judged now, e.g. because its owner opted out. */
    public Mono<Void> hasten(String tenant, PhoneNumber number, Instant now) {
        return db.sql("""
                        UPDATE attempt SET due_at = :now
                        WHERE tenant_id = :tenant AND guest_phone = :phone AND state = 'PLANNED' AND due_at > :now""")
                .bind("tenant", tenant)
                .bind("phone", number.e164())
                .bind("now", now)
                .then();
    }

    /** How many dials the version has had so far. */
    public Mono<Integer> dialled(String tenant, String reservation, int version) {
        return db.sql("""
                        SELECT count(*)::int FROM attempt
                        WHERE tenant_id = :tenant AND reservation_id = :reservation AND version = :version
                        AND state NOT IN ('PLANNED', 'FENCED')""")
                .bind("tenant", tenant)
                .bind("reservation", reservation)
                .bind("version", version)
                .mapValue(Integer.class)
                .one();
    }
}
