package io.tablecall.callflow.document;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When the flow answers, by the clock on the wall of its zone, so that a change to summer time moves no opening hour. A
 * day that is not named is closed.
 *
 * @param closedPrompt said to who calls outside the hours before the call is hung up; an addition to the language
 */
public record BusinessHours(
        String name,
        Map<DayOfWeek, List<TimeRange>> timeframes,
        ZoneId timezone,
        @Nullable String closedPrompt) {
    public BusinessHours {
        var copy = new EnumMap<DayOfWeek, List<TimeRange>>(DayOfWeek.class);
        timeframes.forEach((day, ranges) -> copy.put(day, List.copyOf(ranges)));
        timeframes = Collections.unmodifiableMap(copy);
    }

    public boolean isOpenAt(Instant instant) {
        var wall = instant.atZone(timezone);
        var minute = wall.getHour() * 60 + wall.getMinute();
        var today = wall.getDayOfWeek();
        return on(today).stream().anyMatch(it -> it.coversToday(minute))
                || on(today.minus(1)).stream().anyMatch(it -> it.coversTomorrow(minute));
    }

    private List<TimeRange> on(DayOfWeek day) {
        return timeframes.getOrDefault(day, List.of());
    }
}
