package io.tablecall.simulator.asterisk;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How Asterisk writes instants: milliseconds, and an offset without a colon. */
final class AriTime {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSZ").withZone(ZoneOffset.UTC);

    private AriTime() {}

    static String of(Instant instant) {
        return FORMAT.format(instant);
    }
}
