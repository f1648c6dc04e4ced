package io.tablecall.callflow.document;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads opening hours, naming each day, range and zone that is none. */
final class BusinessHoursReader {
    private BusinessHoursReader() {}

    static BusinessHours read(Fields hours) {
        return new BusinessHours(
                hours.text("name"), timeframes(hours), zone(hours), hours.optionalText("closed_prompt"));
    }

    private static Map<DayOfWeek, List<TimeRange>> timeframes(Fields hours) {
        var timeframes = new EnumMap<DayOfWeek, List<TimeRange>>(DayOfWeek.class);
        hours.object("timeframes")
                .ifPresentOrElse(
                        week -> week.names().forEach(name -> {
                            var day = day(name);
                            if (day.isEmpty()) week.wrong(name, "is no day of the week");
                            day.ifPresent(it -> timeframes.put(it, ranges(week, name)));
                        }),
                        () -> hours.wrong("timeframes", "is required"));
        return timeframes;
    }

    private static List<TimeRange> ranges(Fields week, String name) {
        return week
                .texts(name, text -> TimeRange.parse(text).isPresent(), "must be a time range such as 09:00-17:00")
                .stream()
                .map(TimeRange::parse)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<DayOfWeek> day(String name) {
        return Arrays.stream(DayOfWeek.values())
                .filter(it -> word(it).equals(name))
                .findFirst();
    }

    static String word(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    private static ZoneId zone(Fields hours) {
        var name = hours.text("timezone", "UTC");
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            hours.wrong("timezone", "is no known time zone: " + name);
            return ZoneOffset.UTC;
        }
    }
}
