package io.tablecall.callflow.document;

import java.util.Optional;
import java.util.regex.Pattern;

/** Opening hours on the clock, in minutes of the day; a range that ends before it starts runs past midnight. */
public record TimeRange(int from, int to) {
    private static final Pattern WRITTEN =
            Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)-(?:([01]\\d|2[0-3]):([0-5]\\d)|24:00)");
    private static final int DAY = 24 * 60;

    /** Reads {@code 09:00-17:00}; the end may be {@code 24:00}. Empty when it is no range, or one without length. */
    public static Optional<TimeRange> parse(String text) {
        var matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) return Optional.empty();
        var from = minutes(matcher.group(1), matcher.group(2));
        var to = matcher.group(3) == null ? DAY : minutes(matcher.group(3), matcher.group(4));
        return from == to ? Optional.empty() : Optional.of(new TimeRange(from, to));
    }

    public String toText() {
        return "%02d:%02d-%02d:%02d".formatted(from / 60, from % 60, to / 60, to % 60);
    }

    /** Whether it is open at this minute of the day it is written for. */
    boolean coversToday(int minute) {
        return minute >= from && (to < from || minute < to);
    }

    /** Whether it is still open at this minute of the day after. */
    boolean coversTomorrow(int minute) {
        return to < from && minute < to;
    }

    private static int minutes(String hour, String minute) {
        return Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
    }
}
