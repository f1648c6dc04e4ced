package io.tablecall.origination.makecall;

import io.tablecall.web.BadInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.stream.Collectors;

/** Reads the time a caller wrote, as the clock on the restaurant's wall. */
final class WrittenClock {

    private WrittenClock() {}

    /** Zones that agree about this clock are as good as one; those that do not make the caller name the restaurant's. */
    static Instant read(String text, Collection<ZoneId> zones) {
        var clock = clock(text);
        var moments = zones.stream().map(zone -> clock.atZone(zone).toInstant()).collect(Collectors.toSet());
        if (moments.size() != 1) {
            throw new BadInput("/restaurantZone", "is required, because the number does not tell the zone");
        }
        return moments.iterator().next();
    }

    private static LocalDateTime clock(String text) {
        try {
            return DateTimeFormatter.ISO_DATE_TIME.parse(text, LocalDateTime::from);
        } catch (DateTimeException unreadable) {
            throw new BadInput("/reservationTime", "is no ISO 8601 date and time");
        }
    }
}
