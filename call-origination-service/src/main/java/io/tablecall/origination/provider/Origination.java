package io.tablecall.origination.provider;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a provider answered when asked to place a call. Only {@link Busy} is worth asking again. */
public sealed interface Origination {

    record Placed(String providerCallId) implements Origination {}

    /** It certainly did not dial; {@code outage} when the fault is with the provider or our account, not with this call. */
    record Refused(String reason, @Nullable String code, boolean outage) implements Origination {}

    /** It did not dial because we ask too fast. */
    record Busy(Duration retryAfter) implements Origination {}

    /** The phone may be ringing: never dial again, let the events or the watchdog tell. */
    record Unclear(String reason) implements Origination {}
}
