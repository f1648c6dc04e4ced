package io.tablecall.analytics.outcome;

import java.time.Instant;

/** How the confirmation of one reservation version ended. */
public record ConfirmationOutcome(
        String outcomeId,
        String tenantId,
        String reservationId,
        int version,
        String outcome,
        int attempts,
        String restaurantId,
        String restaurantName,
        Instant concludedAt) {}
