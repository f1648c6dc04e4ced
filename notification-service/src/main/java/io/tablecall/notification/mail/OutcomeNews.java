package io.tablecall.notification.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** What a restaurant is told about one reservation. */
public record OutcomeNews(
        String outcomeId,
        String tenantId,
        String reservationId,
        int version,
        String outcome,
        Instant concludedAt,
        int attempts,
        @Nullable String reason,
        Instant reservationTime,
        String restaurantName,
        String restaurantEmail,
        ZoneId zone,
        @Nullable String guestName,
        @Nullable Integer partySize) {

    boolean confirmed() {
        return outcome.equals("CONFIRMED");
    }

    ZonedDateTime localTime() {
        return reservationTime.atZone(zone);
    }
}
