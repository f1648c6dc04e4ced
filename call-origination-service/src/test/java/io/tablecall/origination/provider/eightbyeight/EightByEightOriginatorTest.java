package io.tablecall.origination.provider.eightbyeight;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.tablecall.origination.Fixtures;
import io.tablecall.origination.provider.Origination;
import io.tablecall.origination.provider.Originator;
import io.tablecall.origination.provider.OriginatorContract;
import io.tablecall.origination.provider.ProviderServer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class EightByEightOriginatorTest implements OriginatorContract {

    private static final ProviderServer SERVER = new ProviderServer();
    private static final String CREATED = """
            {"sessionId":"03cc8cac-376b-11ef-a28b-0582ff0039d5","sessionStatus":"CREATED",
             "callFlowRequestId":"03cc3e8b-376b-11ef-a28b-4dd5d900ecb3","statusCode":1,"statusMessage":"Created"}""";

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Override
    public Originator originatorFacing(Mood mood) {
        SERVER.isIn(mood, 200, CREATED, notCreated(-1017));
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
    void the_session_id_is_the_providers_id() {
        assertThat(answerTo(200, CREATED)).isEqualTo(new Origination.Placed("03cc8cac-376b-11ef-a28b-0582ff0039d5"));
    }

    @Test
    void a_200_that_created_nothing_is_a_refusal() {
        assertThat(answerTo(200, notCreated(-1015)))
                .isEqualTo(new Origination.Refused("8x8 refused the call", "-1015", false));
    }

    @Test
    void a_200_that_says_neither_leaves_doubt() {
        assertThat(answerTo(200, "{\"sessionStatus\":\"CREATED\"}")).isInstanceOf(Origination.Unclear.class);
        assertThat(answerTo(200, "")).isInstanceOf(Origination.Unclear.class);
    }

    @Test
    void trouble_with_our_account_is_not_the_guests() {
        assertThat(answerTo(401, notCreated(401)))
                .isInstanceOfSatisfying(
                        Origination.Refused.class,
                        refused -> assertThat(refused.outage()).isTrue());
        assertThat(answerTo(422, notCreated(-1014)))
                .isInstanceOfSatisfying(
                        Origination.Refused.class,
                        refused -> assertThat(refused.outage()).isTrue());
    }

    @Test
    void an_unknown_error_leaves_doubt() {
        assertThat(answerTo(400, notCreated(-9999))).isInstanceOf(Origination.Unclear.class);
    }

    @Test
    void too_fast_says_how_long_to_wait() {
        var busy = originatorFacing(Mood.IS_BUSY).originate(Fixtures.dial()).block(Duration.ofSeconds(20));

        assertThat(busy).isEqualTo(new Origination.Busy(Duration.ofSeconds(7)));
    }

    @Test
    void the_request_carries_the_opening_with_every_field() {
        answerTo(200, CREATED);

        var request = SERVER.requests().getFirst();
        assertThat(request.getUrl()).isEqualTo("/api/v1/subaccounts/Tablecall_Test/callflows");
        assertThat(request.getHeader("Authorization")).isEqualTo("Bearer secret-key");
        var sent = WireMock.equalToJson(EXPECTED).match(request.getBodyAsString());
        assertThat(sent.isExactMatch()).as(request.getBodyAsString()).isTrue();
    }

    @Test
    void a_voice_set_here_goes_before_the_flows_and_the_documented_one_is_the_last_resort() {
        var settings = settings(SERVER.url());

        assertThat(settings.voiceFor("es-ES", "es-ES-Standard-A")).isEqualTo("es-ES-Lucia");
        assertThat(settings.voiceFor("fr-FR", "fr-FR-Standard-A")).isEqualTo("fr-FR-Standard-A");
        assertThat(settings.voiceFor("fr-FR", " ")).isEqualTo("en-US-BenjaminRUS");
    }

    @Test
    void the_key_is_not_printed() {
        assertThat(settings(SERVER.url()).toString()).doesNotContain("secret-key");
    }

    private static Origination answerTo(int status, String body) {
        SERVER.answers(status, body);
        var answer = originator(SERVER.url()).originate(Fixtures.dial()).block(Duration.ofSeconds(20));
        assertThat(answer).isNotNull();
        return answer;
    }

    private static String notCreated(int code) {
        return """
                {"sessionStatus":"NOT_CREATED","callFlowRequestId":"c6e6dee5-3846-11ef-9e95-b903e2ed7273",
                 "statusCode":%d,"statusMessage":"not so"}""".formatted(code);
    }

    private static Originator originator(String url) {
        var settings = settings(url);
        return EightByEightConfiguration.originator(settings, 4);
    }

    private static EightByEightProperties settings(String url) {
        return new EightByEightProperties(
                URI.create(url),
                "secret-key",
                "Tablecall_Test",
                Duration.ofSeconds(3),
                Map.of("es", "es-ES-Lucia"),
                "en-US-BenjaminRUS");
    }

    private static final String EXPECTED = """
            {"validUntil": "2026-11-20T04:01:00.000Z",
             "clientActionId": "%s",
             "callflow": [
               {"action": "makeCall", "params": {"source": "6568332042", "destination": "6591234567"}},
               {"action": "say", "params": {"text": "Hello from Trattoria.", "voiceProfile": "Joanna",
                "repetition": 1, "speed": 1.0}},
               {"action": "sayAndCapture", "params": {"promptMessage": "Press 1 to confirm.",
                "voiceProfile": "Joanna", "repetition": 1, "speed": 1.0, "minDigits": 1, "maxDigits": 1,
                "digitTimeout": 10000, "overallTimeout": 30000, "completeOnHash": false, "noOfTries": 1,
                "successMessage": null, "failureMessage": null}}]}""".formatted(Fixtures.dial().call());
}
