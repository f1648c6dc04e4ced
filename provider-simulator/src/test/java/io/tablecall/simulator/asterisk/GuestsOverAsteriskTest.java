package io.tablecall.simulator.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tablecall.simulator.Control;
import io.tablecall.simulator.RunningSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningSimulator
class GuestsOverAsteriskTest {

    private final Control control;
    private final AriClient ari;

    GuestsOverAsteriskTest(@LocalServerPort int port) {
        control = new Control(port);
        ari = new AriClient(port, "tablecall");
    }

    @BeforeEach
    void connect() {
        control.reset();
        ari.connected(true);
    }

    @AfterEach
    void close() {
        ari.close();
    }

    @ParameterizedTest
    @CsvSource({"01, 1", "02, 0", "14, 9", "55, 1"})
    void a_guest_who_answers_presses_while_the_last_prompt_plays(String guest, String digit) {
        var id = "answers-" + guest;
        ari.call(id, "+65900000" + guest);
        ari.await("StasisStart", id);
        ari.play(id, "menu-" + id, "sound:welcome,sound:press-1-or-0");
        var pressed = ari.await("ChannelDtmfReceived", id);
        ari.hangUp(id);

        var destroyed = ari.await("ChannelDestroyed", id);
        assertThat(pressed.path("digit").stringValue()).isEqualTo(digit);
        assertThat(destroyed.path("cause").intValue()).isEqualTo(16);
        assertThat(destroyed.has("tech_cause")).isFalse();
        assertThat(ari.story(id))
                .startsWith("ChannelCreated", "Dial ")
                .containsSubsequence(
                        "ChannelStateChange",
                        "Dial ANSWER",
                        "StasisStart",
                        "PlaybackStarted",
                        "PlaybackContinuing",
                        "PlaybackStarted",
                        "ChannelDtmfReceived",
                        "ChannelHangupRequest",
                        "StasisEnd",
                        "ChannelDestroyed");
    }

    @ParameterizedTest
    @CsvSource({"03, 7", "15, 8"})
    void a_second_prompt_gets_a_second_key(String guest, String first) {
        var id = "again-" + guest;
        ari.call(id, "+65900000" + guest);
        ari.await("StasisStart", id);
        ari.play(id, "one-" + id, "sound:welcome");
        var before = ari.await("ChannelDtmfReceived", id);
        ari.play(id, "two-" + id, "sound:press-1-or-0");

        var after = ari.awaitNth("ChannelDtmfReceived", id, 2);
        ari.hangUp(id);
        assertThat(before.path("digit").stringValue()).isEqualTo(first);
        assertThat(after.path("digit").stringValue()).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({"05, BUSY, 17, 486", "06, NOANSWER, 21, 603", "10, NOANSWER, 1, 404", "11, CONGESTION, 34, 503"})
    void a_refusal_has_its_cause(String guest, String dial, int cause, int sip) {
        var id = "refuses-" + guest;
        ari.call(id, "+65900000" + guest);

        var destroyed = ari.await("ChannelDestroyed", id);
        assertThat(destroyed.path("cause").intValue()).isEqualTo(cause);
        assertThat(destroyed.path("tech_cause").intValue()).isEqualTo(sip);
        assertThat(ari.story(id)).endsWith("ChannelHangupRequest", "Dial " + dial, "ChannelDestroyed");
        assertThat(ari.story(id).contains("Dial RINGING")).isEqualTo(sip > 485 && sip != 503);
    }

    @ParameterizedTest
    @CsvSource({"07, true", "12, false"})
    void nobody_answering_ends_without_a_hangup_request(String guest, boolean rings) {
        var id = "nobody-" + guest;
        ari.call(id, "+65900000" + guest);

        var destroyed = ari.await("ChannelDestroyed", id);
        assertThat(destroyed.path("cause").intValue()).isEqualTo(19);
        assertThat(destroyed.path("tech_cause").intValue()).isEqualTo(480);
        assertThat(ari.story(id)).doesNotContain("ChannelHangupRequest", "Dial NOANSWER");
        assertThat(ari.story(id).contains("Dial RINGING")).isEqualTo(rings);
    }

    @Test
    void no_reply_at_all_is_noticed_after_32_seconds() {
        ari.originate(
                        "{\"endpoint\":\"PJSIP/+6590000012@trunk\",\"app\":\"tablecall\",\"channelId\":\"mute\",\"timeout\":60}")
                .expectStatus()
                .isOk();

        var destroyed = ari.await("ChannelDestroyed", "mute");
        assertThat(destroyed.path("cause").intValue()).isEqualTo(18);
        assertThat(destroyed.path("tech_cause").intValue()).isEqualTo(408);
    }

    @ParameterizedTest
    @CsvSource({"08", "09"})
    void a_guest_who_hangs_up_leaves_cause_0_and_a_failed_prompt(String guest) {
        var id = "leaves-" + guest;
        ari.call(id, "+65900000" + guest);
        ari.await("StasisStart", id);
        if (guest.equals("09")) ari.play(id, "menu-" + id, "sound:welcome,sound:press-1-or-0");

        var destroyed = ari.await("ChannelDestroyed", id);
        assertThat(destroyed.path("cause").intValue()).isZero();
        assertThat(destroyed.path("cause_txt").stringValue()).isEqualTo("Unknown");
        assertThat(ari.await("ChannelHangupRequest", id).has("cause")).isFalse();
        assertThat(ari.of("PlaybackFinished", id))
                .allMatch(each ->
                        each.path("playback").path("state").stringValue().equals("failed"));
        assertThat(ari.story(id)).containsSubsequence("ChannelHangupRequest", "StasisEnd", "ChannelDestroyed");
    }

    @Test
    void a_silent_guest_hears_the_prompt_to_its_end() {
        ari.call("silent", "+6590000004");
        ari.await("StasisStart", "silent");
        ari.play("silent", "p", "sound:welcome");

        var finished = ari.await("PlaybackFinished", "silent");
        ari.hangUp("silent");
        assertThat(finished.path("playback").path("state").stringValue()).isEqualTo("done");
        assertThat(ari.of("ChannelDtmfReceived", "silent")).isEmpty();
    }

    @Test
    void a_busy_guest_answers_the_second_ring() {
        ari.call("first", "+6592000013");
        var busy = ari.await("ChannelDestroyed", "first");
        ari.call("second", "+6592000013");

        ari.await("StasisStart", "second");
        ari.hangUp("second");
        assertThat(busy.path("cause").intValue()).isEqualTo(17);
        assertThat(control.rings("+6592000013")).isEqualTo(2);
    }
}
