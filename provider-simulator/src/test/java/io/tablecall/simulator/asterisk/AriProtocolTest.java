package io.tablecall.simulator.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tablecall.simulator.Control;
import io.tablecall.simulator.RunningSimulator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;

@RunningSimulator
class AriProtocolTest {

    private final int port;
    private final Control control;
    private final AriClient ari;

    AriProtocolTest(@LocalServerPort int port) {
        this.port = port;
        control = new Control(port);
        ari = new AriClient(port, "cc");
    }

    @BeforeEach
    void reset() {
        control.reset();
    }

    @AfterEach
    void close() {
        ari.close();
    }

    @Test
    void an_id_is_taken_while_its_channel_lives_and_free_afterwards() {
        ari.connected(true);
        ari.call("twice", "+6590000004");
        ari.originate("{\"endpoint\":\"PJSIP/+6590000004@t\",\"app\":\"cc\",\"channelId\":\"twice\"}")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .json("{\"message\":\"Channel with given unique ID already exists\"}");
        ari.hangUp("twice");
        ari.http.get().uri("/channels/twice").exchange().expectStatus().isNotFound();

        ari.call("twice", "+6590000004");
        ari.hangUp("twice");
        assertThat(ari.awaitNth("ChannelDestroyed", "twice", 2).path("cause").intValue())
                .isEqualTo(16);
        assertThat(control.rings("+6590000004")).isEqualTo(2);
    }

    @Test
    void without_credentials_nothing_is_told() {
        ari.http
                .mutate()
                .defaultHeaders(headers -> headers.setBasicAuth("user", "wrong"))
                .build()
                .get()
                .uri("/asterisk/info")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .json("{\"message\":\"Authentication required\"}");
    }

    @Test
    void the_exchange_answers_a_ping_and_tells_its_version() {
        ari.http
                .get()
                .uri("/asterisk/ping")
                .exchange()
                .expectBody()
                .jsonPath("$.ping")
                .isEqualTo("pong");
        ari.http
                .get()
                .uri("/asterisk/info?only=system")
                .exchange()
                .expectBody()
                .jsonPath("$.system.version")
                .isEqualTo("22.10.1")
                .jsonPath("$.build")
                .doesNotExist();
        ari.http.get().uri("/nothing").exchange().expectStatus().isNotFound();
        ari.http.get().uri("/events?app=cc").exchange().expectStatus().isEqualTo(426);
    }

    @Test
    void a_second_client_takes_the_application_and_the_first_stays_open_and_silent() {
        ari.connected(true);
        try (var second = new AriClient(port, "cc")) {
            second.connected(true);
            Awaitility.await().until(() -> !ari.events().isEmpty());

            second.call("taken", "+6590000005");
            second.await("ChannelDestroyed", "taken");

            assertThat(ari.events()).extracting(AriClient::type).containsExactly("ApplicationReplaced");
            assertThat(ari.isClosed()).isFalse();
        }
    }

    @Test
    void a_filter_lets_only_the_allowed_events_pass() {
        ari.connected(true);
        ari.http
                .put()
                .uri("/applications/cc/eventFilter")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"allowed\":[{\"type\":\"ChannelDestroyed\"}]}")
                .exchange()
                .expectStatus()
                .isOk();

        ari.call("filtered", "+6590000005");

        ari.await("ChannelDestroyed", "filtered");
        assertThat(ari.events()).hasSize(1);
    }

    @Test
    void a_call_answered_while_nobody_listens_is_dropped_with_cause_0() {
        var watcher = new AriClient(port, "watcher");
        try (watcher) {
            watcher.connected(true);

            ari.call("unheard", "+6590000001");

            assertThat(watcher.await("ChannelDestroyed", "unheard")
                            .path("cause")
                            .intValue())
                    .isZero();
            assertThat(watcher.story("unheard")).contains("Dial ANSWER").doesNotContain("StasisStart");
        }
    }

    @Test
    void the_dialplan_leads_into_the_application_and_speaks_after_it() {
        ari.connected(true);
        ari.originate(
                        "{\"endpoint\":\"PJSIP/+6590000001@t\",\"channelId\":\"plan\",\"context\":\"ivr\",\"extension\":\"s\"}")
                .expectStatus()
                .isOk();
        ari.await("StasisStart", "plan");
        ari.hangUp("plan");

        ari.await("ChannelDestroyed", "plan");
        Awaitility.await()
                .until(() -> AriClient.type(ari.about("plan").getLast()).equals("ChannelDialplan"));
        assertThat(ari.story("plan"))
                .endsWith("ChannelHangupRequest", "StasisEnd", "ChannelHangupRequest", "ChannelDestroyed");
        assertThat(ari.await("StasisStart", "plan")
                        .path("channel")
                        .path("dialplan")
                        .path("context")
                        .stringValue())
                .isEqualTo("ivr");
    }

    @Test
    void without_subscribe_all_the_first_news_is_the_dialling() {
        ari.connected(false);

        ari.call("quiet", "+6590000005");

        ari.await("ChannelDestroyed", "quiet");
        assertThat(ari.story("quiet").getFirst()).isEqualTo("Dial ");
    }

    @Test
    void sounds_that_do_not_exist_fail_in_their_playback_only() {
        ari.connected(true);
        ari.call("deaf", "+6590000004");
        ari.await("StasisStart", "deaf");

        ari.play("deaf", "a", "sound:doesnotexist");
        ari.play("deaf", "b", "sound:http://127.0.0.1:%d/no-such-prompt.wav".formatted(port));
        ari.play("deaf", "c", "sound:http://127.0.0.1:%d/actuator/health".formatted(port));

        ari.awaitNth("PlaybackFinished", "deaf", 3);
        ari.hangUp("deaf");
        assertThat(ari.of("PlaybackFinished", "deaf"))
                .extracting(each -> each.path("playback").path("state").stringValue())
                .containsExactly("failed", "failed", "done");
    }

    @Test
    void a_channel_that_rings_can_be_hung_up_but_not_played_to() {
        ari.connected(true);
        ari.call("rings", "+6590000007");
        ari.http
                .post()
                .uri("/channels/rings/play?media=sound:welcome")
                .exchange()
                .expectStatus()
                .isEqualTo(409);
        ari.http
                .delete()
                .uri("/channels/rings?reason=bogus")
                .exchange()
                .expectStatus()
                .isBadRequest();
        ari.await("Dial", "rings");
        ari.hangUp("rings");

        assertThat(ari.await("ChannelDestroyed", "rings").path("cause").intValue())
                .isEqualTo(16);
        assertThat(ari.story("rings")).endsWith("ChannelHangupRequest", "Dial NOANSWER", "ChannelDestroyed");
    }

    @Test
    void variables_and_timestamps_look_like_asterisk_s() {
        ari.connected(true);
        ari.call("vars", "+6590000004");
        ari.http
                .get()
                .uri("/channels/vars/variable?variable=CAMPAIGN_ID")
                .exchange()
                .expectBody()
                .jsonPath("$.value")
                .isEqualTo("camp-7");
        var created = ari.await("ChannelCreated", "vars");
        ari.hangUp("vars");

        assertThat(created.path("timestamp").stringValue())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+0000");
        assertThat(created.path("application").stringValue()).isEqualTo("cc");
    }
}
