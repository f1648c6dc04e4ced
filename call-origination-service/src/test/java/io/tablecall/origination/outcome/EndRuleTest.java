package io.tablecall.origination.outcome;

import static io.tablecall.schemas.call.EndStatus.BUSY;
import static io.tablecall.schemas.call.EndStatus.CANCELED;
import static io.tablecall.schemas.call.EndStatus.COMPLETED;
import static io.tablecall.schemas.call.EndStatus.FAILED;
import static io.tablecall.schemas.call.EndStatus.NO_ANSWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.tablecall.schemas.call.EndStatus;
import io.tablecall.schemas.reservation.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndRuleTest {

    private static final Instant HUNG_UP = Instant.parse("2026-11-20T04:00:30Z");
    private static final Instant DINNER = Instant.parse("2026-11-20T11:30:00Z");

    private final EndRule rule = new EndRule(3, Duration.ofMinutes(10));

    @ParameterizedTest
    @EnumSource(names = {"BUSY", "NO_ANSWER"})
    void a_guest_not_reached_is_tried_again_counting_from_the_real_end(EndStatus status) {
        assertThat(rule.after(end(status, null), 1, DINNER))
                .isEqualTo(new EndRule.Redial(Instant.parse("2026-11-20T04:10:30Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"34", "38", "41", "42", "44", "27", "102", "503", "500", "-2001", "ERROR -2010", "-9999"})
    void an_outage_is_tried_again(String cause) {
        assertThat(rule.after(end(FAILED, cause), 2, DINNER)).isInstanceOf(EndRule.Redial.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"21", "603", "1", "404", "FAILED", "-2003", "99999999999"})
    void a_decline_or_a_dead_number_is_not(String cause) {
        assertThat(outcome(rule.after(end(FAILED, cause), 1, DINNER))).isEqualTo(Outcome.UNREACHED);
    }

    @Test
    void the_budget_is_spent_only_once() {
        assertThat(outcome(rule.after(end(BUSY, null), 3, DINNER))).isEqualTo(Outcome.UNREACHED);
        assertThat(outcome(rule.after(end(NO_ANSWER, null), 4, DINNER))).isEqualTo(Outcome.UNREACHED);
    }

    @Test
    void nobody_is_called_after_the_reservation() {
        assertThat(outcome(rule.after(end(BUSY, null), 1, HUNG_UP.plusSeconds(60))))
                .isEqualTo(Outcome.EXPIRED);
    }

    @Test
    void a_taken_call_without_a_key_is_unresolved() {
        assertThat(outcome(rule.after(end(COMPLETED, "16"), 1, DINNER))).isEqualTo(Outcome.UNRESOLVED);
    }

    @Test
    void a_cancelled_call_is_not_tried_again() {
        assertThat(outcome(rule.after(end(CANCELED, null), 1, DINNER))).isEqualTo(Outcome.UNREACHED);
    }

    private static Ending end(EndStatus status, @Nullable String cause) {
        return Ending.told(status, cause, HUNG_UP);
    }

    private static Outcome outcome(EndRule.Next next) {
        return ((EndRule.Conclude) next).outcome();
    }
}
