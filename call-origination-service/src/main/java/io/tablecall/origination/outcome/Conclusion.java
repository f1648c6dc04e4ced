package io.tablecall.origination.outcome;

import io.tablecall.origination.call.CallId;
import io.tablecall.schemas.reservation.Outcome;
import org.jspecify.annotations.Nullable;

/** How a confirmation ends, and which call decided it. */
public record Conclusion(
        Outcome outcome,
        @Nullable String reason,
        @Nullable CallId call,
        @Nullable String provider,
        @Nullable String key) {

    /** An end that no call brought about. */
    public static Conclusion of(Outcome outcome, String reason) {
        return new Conclusion(outcome, reason, null, null, null);
    }

    /** Whether the guest's own word stands behind it. Such an end corrects one that was only inferred. */
    boolean byTheGuest() {
        return key != null;
    }
}
