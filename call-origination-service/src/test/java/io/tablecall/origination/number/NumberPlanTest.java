package io.tablecall.origination.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberPlanTest {

    private static final PhoneNumber SINGAPORE = new PhoneNumber("+6568332042");

    private final NumberPlan numbers = new NumberPlan();

    @Test
    void a_national_number_is_read_as_of_the_country_we_call_from() {
        assertThat(numbers.read("9123 4567", SINGAPORE)).contains(new PhoneNumber("+6591234567"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999", "+99912345678", "hello", "+6512", ""})
    void what_nobody_can_have_is_not_a_number(String text) {
        assertThat(numbers.read(text, SINGAPORE)).isEmpty();
    }

    @Test
    void a_number_rings_in_the_zones_of_its_country() {
        assertThat(numbers.zonesOf(new PhoneNumber("+6591234567"))).containsExactly(ZoneId.of("Asia/Singapore"));
        assertThat(numbers.zonesOf(new PhoneNumber("+12125550123"))).containsExactly(ZoneId.of("America/New_York"));
    }

    @Test
    void a_number_of_no_country_may_ring_anywhere() {
        assertThat(numbers.zonesOf(new PhoneNumber("+80012345678"))).isEmpty();
    }

    @Test
    void a_number_prints_masked() {
        assertThat(SINGAPORE).hasToString("+***42");
    }
}
