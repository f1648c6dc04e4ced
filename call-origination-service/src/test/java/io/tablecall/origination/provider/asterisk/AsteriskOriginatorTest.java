package io.tablecall.origination.provider.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.tablecall.origination.Fixtures;
import io.tablecall.origination.provider.Origination;
import io.tablecall.origination.provider.Originator;
import io.tablecall.origination.provider.OriginatorContract;
import io.tablecall.origination.provider.ProviderServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClientResponseException;

class AsteriskOriginatorTest implements OriginatorContract {

    private static final ProviderServer SERVER = new ProviderServer();
    private static final String CALL = Fixtures.dial().call().toString();
    private static final String CHANNEL = """
            {"id": "%s", "name": "PJSIP/trunk-00000007", "state": "Down"}""".formatted(CALL);

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Override
    public Originator originatorFacing(Mood mood) {
        SERVER.isIn(mood, 200, CHANNEL, "{\"message\":\"Endpoint must be specified\"}");
        return originator(SERVER.url());
    }

    @Override
    public Originator originatorFacingNobody() {
        return originator("http://127.0.0.1:1");
    }

    @Override
    public int requestsSeen() {
        return SERVER.requests().size();
    }

    @Test
    void our_call_id_is_the_channel_id() {
        assertThat(answerTo(200, CHANNEL)).isEqualTo(new Origination.Placed(CALL));
    }

    @Test
    void a_channel_that_exists_already_is_ours() {
        assertThat(answerTo(409, "{\"message\":\"Channel with given unique ID already exists\"}"))
                .isEqualTo(new Origination.Placed(CALL));
    }

    @Test
    void a_failed_allocation_did_not_dial() {
        assertThat(answerTo(500, "{\"error\":\"Allocation failed\"}"))
                .isInstanceOfSatisfying(
                        Origination.Refused.class,
                        refused -> assertThat(refused.outage()).isTrue());
    }

    @Test
    void any_other_500_leaves_doubt() {
        assertThat(answerTo(500, "{\"message\":\"Internal error\"}")).isInstanceOf(Origination.Unclear.class);
        assertThat(answerTo(500, "<html>")).isInstanceOf(Origination.Unclear.class);
    }

    @Test
    void an_asterisk_that_is_still_loading_is_not_the_guests_fault() {
        assertThat(answerTo(404, "{\"message\":\"Resource not found\"}"))
                .isInstanceOfSatisfying(
                        Origination.Refused.class,
                        refused -> assertThat(refused.outage()).isTrue());
    }

    @Test
    void nobody_is_rung_while_our_app_is_not_connected() {
        SERVER.answers(200, CHANNEL);
        SERVER.answersAboutApplications(404);

        assertThat(originated()).isInstanceOf(Origination.Busy.class);
        assertThat(SERVER.requests()).isEmpty();
    }

    @Test
    void nobody_is_rung_while_asterisk_cannot_be_asked_about_our_app() {
        SERVER.answers(200, CHANNEL);
        SERVER.answersAboutApplications(503);

        assertThat(originated())
                .isInstanceOfSatisfying(
                        Origination.Refused.class,
                        refused -> assertThat(refused.outage()).isTrue());
        assertThat(SERVER.requests()).isEmpty();
    }

    @Test
    void a_slash_at_the_end_of_the_address_is_harmless() {
        SERVER.answers(200, CHANNEL);

        originator(SERVER.url() + "/").originate(Fixtures.dial()).block(Duration.ofSeconds(20));

        assertThat(SERVER.requests().getFirst().getUrl()).isEqualTo("/ari/channels");
    }

    @Test
    void the_answered_call_enters_our_app() {
        answerTo(200, CHANNEL);

        sent("""
                {"endpoint": "PJSIP/+6591234567@trunk", "channelId": "%1$s", "callerId": "+6568332042", "timeout": 30,
                 "app": "tablecall", "appArgs": "%1$s",
                 "variables": {"TABLECALL_CALL_ID": "%1$s", "TABLECALL_RESERVATION_ID": "RES1"}}""".formatted(CALL));
    }

    @Test
    void in_dialplan_mode_it_enters_the_dialplan() {
        SERVER.answers(200, CHANNEL);
        var settings = new AsteriskProperties(
                SERVER.url(), "tablecall", "secret", "", "PJSIP/{digits}@trunk", "confirm", "s", Duration.ofSeconds(3));

        AsteriskConfiguration.originator(settings, 4).originate(Fixtures.dial()).block(Duration.ofSeconds(20));

        sent("""
                {"endpoint": "PJSIP/6591234567@trunk", "channelId": "%1$s", "callerId": "+6568332042", "timeout": 30,
                 "context": "confirm", "extension": "s", "priority": 1,
                 "variables": {"TABLECALL_CALL_ID": "%1$s", "TABLECALL_RESERVATION_ID": "RES1"}}""".formatted(CALL));
    }

    @Test
    void only_a_living_channel_is_vouched_for() {
        SERVER.answers(200, CHANNEL);
        assertThat(known()).isTrue();

        SERVER.answers(404, "{\"message\":\"Channel not found\"}");
        assertThat(known()).isFalse();
    }

    @Test
    void hanging_up_deletes_the_channel() {
        SERVER.answers(404, "{\"message\":\"Channel not found\"}");

        originator(SERVER.url()).hangUp(Fixtures.dial().call()).block(Duration.ofSeconds(20));

        var request = SERVER.requests().getFirst();
        assertThat(request.getMethod().getName()).isEqualTo("DELETE");
        assertThat(request.getUrl()).isEqualTo("/ari/channels/" + CALL);
    }

    @Test
    void a_hang_up_that_asterisk_did_not_heed_is_told() {
        SERVER.answers(503, "{}");

        var hangUp = originator(SERVER.url()).hangUp(Fixtures.dial().call());

        assertThatThrownBy(() -> hangUp.block(Duration.ofSeconds(20))).isInstanceOf(WebClientResponseException.class);
    }

    private static Boolean known() {
        var known = originator(SERVER.url()).knows(Fixtures.dial().call()).block(Duration.ofSeconds(20));
        assertThat(known).isNotNull();
        return known;
    }

    private static void sent(String expected) {
        var request = SERVER.requests().getFirst();
        assertThat(request.getUrl()).isEqualTo("/ari/channels");
        assertThat(request.getHeader("Authorization")).startsWith("Basic ");
        assertThat(request.getHeader("Content-Type")).startsWith("application/json");
        var match = WireMock.equalToJson(expected).match(request.getBodyAsString());
        assertThat(match.isExactMatch()).as(request.getBodyAsString()).isTrue();
    }

    private static Origination answerTo(int status, String body) {
        SERVER.answers(status, body);
        return originated();
    }

    private static Origination originated() {
        var answer = originator(SERVER.url()).originate(Fixtures.dial()).block(Duration.ofSeconds(20));
        assertThat(answer).isNotNull();
        return answer;
    }

    private static Originator originator(String url) {
        return AsteriskConfiguration.originator(
                new AsteriskProperties(
                        url, "tablecall", "secret", "tablecall", "PJSIP/{number}@trunk", "", "", Duration.ofSeconds(3)),
                4);
    }
}
