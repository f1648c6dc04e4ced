package io.tablecall.origination.outcome;

import static io.tablecall.schemas.reservation.Outcome.EXPIRED;
import static io.tablecall.schemas.reservation.Outcome.UNREACHED;
import static io.tablecall.schemas.reservation.Outcome.UNRESOLVED;

import io.tablecall.schemas.reservation.Outcome;
import java.time.Duration;
import java.time.Instant;

/** What follows from a call that ended without an answer. The pause is counted from the real end of the ring. */
record EndRule(int budget, Duration spacing) {

    sealed interface Next {}

    record Redial(Instant due) implements Next {}

    record Conclude(Outcome outcome, String reason) implements Next {}

    /** {@code rings} counts this one and all before it, whatever their version or provider. */
    Next after(Ending ending, int rings, Instant reservationTime) {
        return switch (ending.status()) {
            case COMPLETED -> new Conclude(UNRESOLVED, "the call was taken, but no answer was given");
            case BUSY -> again(ending, rings, reservationTime, "the line was busy");
            case NO_ANSWER -> again(ending, rings, reservationTime, "nobody took the call");
            case CANCELED -> new Conclude(UNREACHED, "the call was cancelled");
            case FAILED ->
                ending.outage()
                        ? again(ending, rings, reservationTime, "the provider failed")
                        : new Conclude(UNREACHED, "the call failed" + because(ending));
        };
    }

    private Next again(Ending ending, int rings, Instant reservationTime, String reason) {
        if (rings >= budget) {
            return new Conclude(UNREACHED, reason + ", all " + budget + " attempts are spent");
        }
        var due = ending.at().plus(spacing);
        return due.isBefore(reservationTime)
                ? new Redial(due)
                : new Conclude(EXPIRED, reason + ", no time is left for another attempt");
    }

    private static String because(Ending ending) {
        return ending.cause() == null ? "" : ", cause " + ending.cause();
    }
}
