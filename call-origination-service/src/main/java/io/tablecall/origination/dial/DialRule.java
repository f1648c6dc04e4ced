package io.tablecall.origination.dial;

import static io.tablecall.schemas.reservation.Outcome.EXPIRED;
import static io.tablecall.schemas.reservation.Outcome.REFUSED;
import static io.tablecall.schemas.reservation.Outcome.UNREACHED;

import io.tablecall.origination.outcome.Conclusion;
import java.time.Duration;
import java.time.Instant;

/** Judges one attempt at the instant of its dial; whatever held when it was queued does not count. */
record DialRule(DiallingWindow window, int budget) {

    static final Duration WHILE_NUMBER_IS_BUSY = Duration.ofSeconds(2);

    Verdict judge(DueAttempt due, Instant now) {
        var confirmation = due.confirmation();
        if (!confirmation.isOpen() || confirmation.version() != due.attempt().version()) {
            return new Verdict.Overtaken();
        }
        if (due.suppressed()) {
            return new Verdict.Never(Conclusion.of(REFUSED, "the guest does not want to be called"));
        }
        if (!now.isBefore(confirmation.reservationTime())) {
            return new Verdict.Never(Conclusion.of(EXPIRED, "the reservation time has passed"));
        }
        if (confirmation.ringsBefore() + due.attempt().number() > budget) {
            return new Verdict.Never(Conclusion.of(UNREACHED, "all attempts are spent"));
        }
        var opening = window.opening(now, confirmation.calleeZones());
        if (opening.isEmpty()) {
            return new Verdict.Never(Conclusion.of(UNREACHED, "no hour is known to be fit for calling the number"));
        }
        if (!opening.get().isBefore(confirmation.reservationTime())) {
            return new Verdict.Never(Conclusion.of(EXPIRED, "no hour fit for calling is left before the reservation"));
        }
        if (opening.get().isAfter(now)) {
            return new Verdict.Later(opening.get());
        }
        return due.numberBusy() ? new Verdict.Later(now.plus(WHILE_NUMBER_IS_BUSY)) : new Verdict.Ring();
    }
}
