package io.tablecall.callflow.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessHoursTest {
    private static final BusinessHours NEW_YORK =
            hours("America/New_York", DayOfWeek.FRIDAY, "09:00-17:00", "22:00-02:00");

    @ParameterizedTest
    @CsvSource({
        "2026-01-09T13:59:59Z, false", // 08:59 in winter
        "2026-01-09T14:00:00Z, true",
        "2026-01-09T21:59:59Z, true",
        "2026-01-09T22:00:00Z, false", // 17:00
        "2026-07-10T13:00:00Z, true", // 09:00 in summer
        "2026-07-10T21:00:00Z, false",
        "2026-01-10T03:00:00Z, true", // Friday 22:00
        "2026-01-10T06:59:00Z, true", // Saturday 01:59
        "2026-01-10T07:00:00Z, false",
        "2026-01-09T06:00:00Z, false", // Friday 01:00 belongs to Thursday night
        "2026-01-10T15:00:00Z, false" // Saturday
    })
    void hours_are_those_on_the_wall_of_the_zone(Instant instant, boolean open) {
        assertThat(NEW_YORK.isOpenAt(instant)).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-08T06:59:00Z, false", // 01:59 EST
        "2026-03-08T07:00:00Z, true", // 03:00 EDT: the clock skips from 02:00
        "2026-03-08T07:59:00Z, true",
        "2026-03-08T08:00:00Z, false" // 04:00 EDT
    })
    void a_range_in_the_skipped_hour_opens_when_the_clock_jumps_into_it(Instant instant, boolean open) {
        assertThat(hours("America/New_York", DayOfWeek.SUNDAY, "02:30-04:00").isOpenAt(instant))
                .isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-01T05:30:00Z, true", // 01:30 EDT
        "2026-11-01T06:30:00Z, true", // 01:30 EST, the hour once more
        "2026-11-01T07:00:00Z, false"
    })
    void the_hour_that_comes_twice_is_open_twice(Instant instant, boolean open) {
        assertThat(hours("America/New_York", DayOfWeek.SUNDAY, "01:00-02:00").isOpenAt(instant))
                .isEqualTo(open);
    }

    @Test
    void a_day_may_last_until_its_very_end() {
        var hours = hours("UTC", DayOfWeek.MONDAY, "00:00-24:00");

        assertThat(hours.isOpenAt(Instant.parse("2026-05-11T23:59:59Z"))).isTrue();
        assertThat(hours.isOpenAt(Instant.parse("2026-05-12T00:00:00Z"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"25:00-26:00", "09:00", "9-17", "09:60-10:00", "24:00-25:00", "09:00-09:00", "24:00-02:00", ""})
    void what_is_no_range_is_not_read(String text) {
        assertThat(TimeRange.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"09:00-17:00", "00:00-24:00", "22:00-02:00"})
    void a_range_is_written_as_it_was_read(String text) {
        assertThat(TimeRange.parse(text).orElseThrow().toText()).isEqualTo(text);
    }

    private static BusinessHours hours(String zone, DayOfWeek day, String... ranges) {
        var read = List.of(ranges).stream()
                .map(it -> TimeRange.parse(it).orElseThrow())
                .toList();
        return new BusinessHours("hours", Map.of(day, read), ZoneId.of(zone), null);
    }
}
