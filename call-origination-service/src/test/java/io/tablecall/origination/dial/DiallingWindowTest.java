package io.tablecall.origination.dial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiallingWindowTest {

    private static final List<ZoneId> SINGAPORE = List.of(ZoneId.of("Asia/Singapore"));

    private final DiallingWindow window = DiallingWindow.parse("08:00-21:00");

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T00:00:00Z, 2026-11-20T00:00:00Z",
        "2026-11-20T12:59:59Z, 2026-11-20T12:59:59Z",
        "2026-11-20T13:00:00Z, 2026-11-21T00:00:00Z",
        "2026-11-20T23:59:59Z, 2026-11-21T00:00:00Z",
    })
    void opens_at_eight_and_closes_at_nine_by_the_guests_clock(Instant now, Instant opening) {
        assertThat(window.opening(now, SINGAPORE)).contains(opening);
    }

    @Test
    void a_number_of_two_zones_is_called_when_both_are_open() {
        var coasts = List.of(ZoneId.of("America/New_York"), ZoneId.of("America/Los_Angeles"));

        assertThat(window.opening(Instant.parse("2026-11-20T13:00:00Z"), coasts))
                .contains(Instant.parse("2026-11-20T16:00:00Z"));
        assertThat(window.opening(Instant.parse("2026-11-21T02:00:00Z"), coasts))
                .contains(Instant.parse("2026-11-21T16:00:00Z"));
    }

    @Test
    void zones_that_are_never_open_together_are_never_called() {
        var lunch = DiallingWindow.parse("12:00-13:00");

        assertThat(lunch.opening(
                        Instant.parse("2026-11-20T13:00:00Z"),
                        List.of(ZoneId.of("Asia/Singapore"), ZoneId.of("America/New_York"))))
                .isEmpty();
    }

    @Test
    void an_unknown_zone_is_closed() {
        assertThat(window.opening(Instant.parse("2026-11-20T04:00:00Z"), List.of()))
                .isEmpty();
    }

    @Test
    void the_whole_day_is_open_to_everybody() {
        var now = Instant.parse("2026-11-20T19:00:00Z");

        assertThat(DiallingWindow.parse("00:00-24:00").opening(now, List.of())).contains(now);
    }

    @Test
    void a_window_may_reach_past_midnight() {
        var night = DiallingWindow.parse("20:00-02:00");

        assertThat(night.opening(Instant.parse("2026-11-20T17:30:00Z"), SINGAPORE))
                .contains(Instant.parse("2026-11-20T17:30:00Z"));
        assertThat(night.opening(Instant.parse("2026-11-20T18:00:00Z"), SINGAPORE))
                .contains(Instant.parse("2026-11-21T12:00:00Z"));
    }

    @Test
    void the_clock_change_moves_the_opening() {
        var berlin = List.of(ZoneId.of("Europe/Berlin"));

        assertThat(window.opening(Instant.parse("2026-10-24T21:00:00Z"), berlin))
                .contains(Instant.parse("2026-10-25T07:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8-21", "08:00", "21:00-21:00", "08:00-25:00"})
    void what_is_no_range_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> DiallingWindow.parse(text));
    }
}
