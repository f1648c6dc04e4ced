package io.tablecall.analytics.story;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing heard about one call, with the words that place it: whose call, which attempt, through whom. */
public record CallFact(
        String eventId,
        String callId,
        String tenantId,
        String reservationId,
        int version,
        int attempt,
        String provider,
        @Nullable String providerCallId,
        Instant at,
        String provenance,
        Happening happening) {}
