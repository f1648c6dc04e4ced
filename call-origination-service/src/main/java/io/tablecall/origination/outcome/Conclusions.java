package io.tablecall.origination.outcome;

import io.tablecall.kafka.Outbox;
import io.tablecall.origination.call.NameBased;
import io.tablecall.origination.dial.Attempts;
import io.tablecall.origination.reservation.Confirmation;
import io.tablecall.schemas.Topics;
import io.tablecall.schemas.reservation.ReservationOutcome;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Ends confirmations: at most once each, save that the guest's own word corrects an end that was only inferred. */
@Component
public class Conclusions {

    private static final Logger log = LoggerFactory.getLogger(Conclusions.class);

    private final DatabaseClient db;
    private final Attempts attempts;
    private final Outbox outbox;

    Conclusions(DatabaseClient db, Attempts attempts, Outbox outbox) {
        this.db = db;
        this.attempts = attempts;
        this.outbox = outbox;
    }

    /** Joins the running transaction: the row, the fence before queued attempts and the outcome record go together. */
    public Mono<Void> conclude(Confirmation confirmation, Conclusion conclusion, Instant now) {
        return db.sql("""
                        UPDATE confirmation SET outcome = :outcome, concluded_at = :now
                        WHERE tenant_id = :tenant AND reservation_id = :reservation AND version = :version
                        AND (outcome IS NULL
                            OR :byTheGuest AND outcome <> :outcome AND outcome IN ('UNREACHED', 'UNRESOLVED', 'EXPIRED'))
                        """)
                .bind("outcome", conclusion.outcome().name())
                .bind("now", now)
                .bind("tenant", confirmation.tenant())
                .bind("reservation", confirmation.reservation())
                .bind("version", confirmation.version())
                .bind("byTheGuest", conclusion.byTheGuest())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .flatMap(_ -> attempts.fence(confirmation.tenant(), confirmation.reservation())
                        .then(attempts.dialled(
                                confirmation.tenant(), confirmation.reservation(), confirmation.version()))
                        .flatMap(rings -> publish(confirmation, conclusion, rings, now)));
    }

    private Mono<Void> publish(Confirmation confirmation, Conclusion conclusion, int rings, Instant now) {
        log.atInfo()
                .addKeyValue("reservationId", confirmation.reservation())
                .addKeyValue("version", confirmation.version())
                .addKeyValue("outcome", conclusion.outcome())
                .log("confirmation concluded");
        return outbox.append(
                Topics.RESERVATION_OUTCOMES,
                confirmation.reservation(),
                recordOf(confirmation, conclusion, rings, now));
    }

    private static ReservationOutcome recordOf(
            Confirmation confirmation, Conclusion conclusion, int rings, Instant now) {
        var restaurant = confirmation.restaurant();
        var call = conclusion.call();
        var zone = restaurant.zone();
        return ReservationOutcome.newBuilder()
                .setOutcomeId(NameBased.uuid("%s/%s/%d/%s"
                                .formatted(
                                        confirmation.tenant(),
                                        confirmation.reservation(),
                                        confirmation.version(),
                                        conclusion.outcome()))
                        .toString())
                .setTenantId(confirmation.tenant())
                .setReservationId(confirmation.reservation())
                .setVersion(confirmation.version())
                .setOutcome(conclusion.outcome())
                .setConcludedAt(now.truncatedTo(ChronoUnit.MICROS))
                .setAttempts(rings)
                .setCallId(call == null ? null : call.toString())
                .setProvider(conclusion.provider())
                .setKeyPressed(conclusion.key())
                .setReason(conclusion.reason())
                .setReservationTime(confirmation.reservationTime().truncatedTo(ChronoUnit.MICROS))
                .setRestaurantId(restaurant.id())
                .setRestaurantName(restaurant.name())
                .setRestaurantZone(zone == null ? null : zone.getId())
                .setRestaurantEmail(restaurant.email())
                .setGuestName(confirmation.guestName())
                .setPartySize(confirmation.partySize())
                .build();
    }
}
