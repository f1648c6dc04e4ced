package io.tablecall.origination.dial;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/** The hours in which a phone may ring, by the clock of whoever is called. May reach past midnight. */
record DiallingWindow(LocalTime from, LocalTime to, boolean allDay) {

    private static final Pattern TEXT = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)-([01]\\d|2[0-4]):([0-5]\\d)");
    private static final int LOOK_AHEAD = 16;

    /** Reads {@code 08:00-21:00}; {@code 00:00-24:00} is the whole day. */
    static DiallingWindow parse(String text) {
        var match = TEXT.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("not a range of hours");
        }
        var from = LocalTime.of(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
        int hour = Integer.parseInt(match.group(3));
        var to = LocalTime.of(hour % 24, Integer.parseInt(match.group(4)));
        if (from.equals(to) && hour < 24) {
            throw new IllegalArgumentException("an empty range of hours");
        }
        return new DiallingWindow(from, to, from.equals(to));
    }

    /** The first moment from {@code now} on that is inside in every zone; empty when there is none or no zone is known. */
    Optional<Instant> opening(Instant now, Collection<ZoneId> zones) {
        if (allDay) {
            return Optional.of(now);
        }
        if (zones.isEmpty()) {
            return Optional.empty();
        }
        var moment = now;
        for (int step = 0; step < LOOK_AHEAD; step++) {
            var later = moment;
            for (var zone : zones) {
                if (!isOpen(later, zone)) {
                    later = nextOpening(later, zone);
                }
            }
            if (later.equals(moment)) {
                return Optional.of(moment);
            }
            moment = later;
        }
        return Optional.empty();
    }

    private boolean isOpen(Instant moment, ZoneId zone) {
        var clock = moment.atZone(zone).toLocalTime();
        return from.isBefore(to)
                ? !clock.isBefore(from) && clock.isBefore(to)
                : !clock.isBefore(from) || clock.isBefore(to);
    }

    private Instant nextOpening(Instant moment, ZoneId zone) {
        var day = moment.atZone(zone).toLocalDate();
        var today = day.atTime(from).atZone(zone).toInstant();
        return today.isAfter(moment)
                ? today
                : day.plus(1, ChronoUnit.DAYS).atTime(from).atZone(zone).toInstant();
    }
}
