package io.tablecall.origination.dial;

import static org.assertj.core.api.Assertions.assertThat;

import io.tablecall.origination.Fixtures;
import io.tablecall.origination.call.Attempt;
import io.tablecall.origination.reservation.Confirmation;
import io.tablecall.schemas.reservation.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DialRuleTest {

    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-11-20T15:00:00Z");

    private final DialRule rule = new DialRule(DiallingWindow.parse("08:00-21:00"), 3);
    private final Confirmation open = Fixtures.confirmation("RES1", NOON.plus(Duration.ofDays(2)));

    @Test
    void a_due_attempt_rings() {
        assertThat(rule.judge(due(open, 1, false, false), NOON)).isEqualTo(new Verdict.Ring());
    }

    @Test
    void nobody_is_called_at_night() {
        assertThat(rule.judge(due(open, 1, false, false), NIGHT))
                .isEqualTo(new Verdict.Later(Instant.parse("2026-11-21T00:00:00Z")));
    }

    @Test
    void an_opt_out_counts_at_once_even_at_night() {
        assertThat(outcome(due(open, 1, true, false), NIGHT)).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void a_busy_number_waits() {
        assertThat(rule.judge(due(open, 1, false, true), NOON)).isInstanceOf(Verdict.Later.class);
    }

    @Test
    void another_version_is_overtaken() {
        var attempt = Attempt.of("default", "RES1", 2, 1, "8x8");

        assertThat(rule.judge(new DueAttempt(attempt, open, false, false), NOON))
                .isEqualTo(new Verdict.Overtaken());
    }

    @Test
    void nobody_is_called_about_the_past() {
        var over = Fixtures.confirmation("RES1", NOON);

        assertThat(outcome(due(over, 1, false, false), NOON)).isEqualTo(Outcome.EXPIRED);
    }

    @Test
    void a_reservation_before_the_next_opening_expires_at_once() {
        var breakfast = Fixtures.confirmation("RES1", NIGHT.plus(Duration.ofHours(9)));

        assertThat(outcome(due(breakfast, 1, false, false), NIGHT)).isEqualTo(Outcome.EXPIRED);
    }

    @Test
    void rings_of_replaced_versions_count() {
        assertThat(outcome(due(open.after(2), 2, false, false), NOON)).isEqualTo(Outcome.UNREACHED);
    }

    private Outcome outcome(DueAttempt due, Instant now) {
        return ((Verdict.Never) rule.judge(due, now)).conclusion().outcome();
    }

    private static DueAttempt due(Confirmation confirmation, int number, boolean suppressed, boolean busy) {
        return new DueAttempt(Attempt.of("default", "RES1", 1, number, "8x8"), confirmation, suppressed, busy);
    }
}
