package io.tablecall.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SampleGuestTest {

    @Test
    void no_two_guests_share_a_number_or_an_id() {
        assertThat(SampleGuest.all()).extracting(SampleGuest::phone).doesNotHaveDuplicates();
        assertThat(SampleGuest.all()).extracting(SampleGuest::reservationId).doesNotHaveDuplicates();
    }

    @Test
    void both_providers_are_shown_and_no_number_is() {
        assertThat(SampleGuest.all()).extracting(SampleGuest::provider).contains("8x8", "asterisk");
        assertThat(SampleGuest.all())
                .allSatisfy(guest -> assertThat(guest.maskedPhone() + guest).doesNotContain(guest.phone()));
    }
}
