package io.tablecall.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+6591234567",
                "+65 9123 4567",
                "+1 (555) 123-4567",
                "PJSIP/+6591234567@trunk",
                "sip:6591234567@host",
                "number=6591234567",
                "%2B6591234567",
                "(555) 123-4567",
                "555-123-4567",
                "91234567"
            })
    void what_looks_like_a_number_is_masked(String text) {
        assertThat(PhoneNumbers.mask(text)).contains("+***67").doesNotContain("1234", "123-4", "123 4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-20T19:30:00.123456Z",
                "2026-11-20T19:30:00+08:00",
                "550e8400-e29b-41d4-a716-446655440000",
                "partition 11 offset 1234567",
                "took 1500 ms on 127.0.0.1:8080",
                "line 1, column 13"
            })
    void what_does_not_is_left_alone(String text) {
        assertThat(PhoneNumbers.mask(text)).isEqualTo(text);
    }
}
