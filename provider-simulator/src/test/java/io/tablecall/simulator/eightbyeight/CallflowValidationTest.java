package io.tablecall.simulator.eightbyeight;

import static org.assertj.core.api.Assertions.assertThat;

import io.tablecall.simulator.Control;
import io.tablecall.simulator.RunningSimulator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;

@RunningSimulator
class CallflowValidationTest {

    private static final String CALL =
            "{\"action\":\"makeCall\",\"params\":{\"source\":\"6561115777\",\"destination\":\"6590000001\"}}";
    private static final String SAY = say("\"text\":\"Hello\"");
    private static final String HANG_UP = "{\"action\":\"hangup\"}";

    private final Control control;
    private final Customer customer;

    CallflowValidationTest(@LocalServerPort int port) {
        control = new Control(port);
        customer = new Customer(port);
    }

    @BeforeEach
    void reset() {
        control.reset();
        customer.listeningTo("VCA");
    }

    @AfterEach
    void close() {
        customer.close();
    }

    static Stream<Arguments> faulty() {
        return Stream.of(
                Arguments.of(400, -1001, "{no json"),
                Arguments.of(422, -1002, flow(CALL, SAY.replace("en-US-BenjaminRUS", "xx-Nobody"))),
                Arguments.of(422, -1003, flow(CALL, capture("\"minDigits\":1"))),
                Arguments.of(422, -1005, flow(CALL, capture("\"digitTimeout\":1000"))),
                Arguments.of(422, -1006, flow(CALL, capture("\"digitTimeout\":2000,\"overallTimeout\":1000"))),
                Arguments.of(400, -1007, flow(CALL, "{\"action\":\"transfer\"}")),
                Arguments.of(422, -1008, flow(CALL, capture("\"completeOnHash\":false"))),
                Arguments.of(400, -1009, flow(CALL, say("\"repetition\":1"))),
                Arguments.of(400, -1009, flow(CALL, say("\"text\":\"" + "x".repeat(3001) + "\""))),
                Arguments.of(422, -1010, flow(CALL, CALL, CALL)),
                Arguments.of(422, -1011, flow(CALL.replace("\"6590000001\"", "[\"6590000001\",\"6590000002\"]"))),
                Arguments.of(422, -1012, flow(CALL, HANG_UP, SAY)),
                Arguments.of(422, -1013, flow(SAY, CALL)),
                Arguments.of(422, -1014, flow(CALL.replace("6561115777", "6561110000"))),
                Arguments.of(
                        422,
                        -1015,
                        "{\"validUntil\":\"2020-01-01T00:00:00.000Z\","
                                + flow(CALL, SAY).substring(1)),
                Arguments.of(422, -1016, flow(CALL, say("\"text\":\"a\\u0007b\""))),
                Arguments.of(422, -1017, flow(CALL.replace("6590000001", "not-a-number"))),
                Arguments.of(422, -1018, flow(CALL, "{\"action\":\"executeScenario\"}")),
                Arguments.of(422, -1019, flow("{\"action\":\"executeScenario\"}")),
                Arguments.of(422, -1020, flow("{\"action\":\"executeScenario\",\"params\":{\"scenarioName\":\"x\"}}")));
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void each_fault_is_refused_with_its_code_and_nobody_is_telephoned(int status, int code, String body) {
        control.settings("{\"allowedSources\":[\"+6561115777\"]}");

        customer.order(body)
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.statusCode")
                .isEqualTo(code)
                .jsonPath("$.sessionStatus")
                .isEqualTo("NOT_CREATED")
                .jsonPath("$.callFlowRequestId")
                .isNotEmpty();
        assertThat(control.get("/simulator/originates")).isEmpty();
    }

    @Test
    void a_menu_needs_a_vca_webhook() {
        customer.listeningTo();

        customer.order(Customer.menu("6590000001"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.statusCode")
                .isEqualTo(-1004);
    }

    @Test
    void the_missing_field_is_named_by_its_path() {
        customer.order(flow(CALL, say("\"repetition\":1")))
                .expectBody()
                .jsonPath("$.statusMessage")
                .isEqualTo("$.callflow[1].params.text: is missing but it is required");
    }

    @Test
    void equal_timeouts_pass_unless_switched_off() {
        var body = flow(CALL, capture("\"maxDigits\":1,\"digitTimeout\":1000,\"overallTimeout\":1000"));

        customer.order(body).expectStatus().isOk();
        control.settings("{\"equalTimeoutsAllowed\":false}");
        customer.order(body).expectBody().jsonPath("$.statusCode").isEqualTo(-1006);
    }

    @Test
    void a_wrong_key_or_account_is_turned_away() {
        customer.http
                .mutate()
                .defaultHeaders(headers -> headers.setBearerAuth("wrong"))
                .build()
                .post()
                .uri("/callflows")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.statusCode")
                .isEqualTo(401);
        customer.http
                .post()
                .uri("/../other_account/callflows")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void the_answer_to_a_good_callflow_echoes_its_validity() {
        customer.order("{\"validUntil\":\"2099-01-01T00:00:00.000Z\","
                        + flow(CALL, SAY).substring(1))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.sessionStatus")
                .isEqualTo("CREATED")
                .jsonPath("$.statusCode")
                .isEqualTo(1)
                .jsonPath("$.validUntil")
                .isEqualTo("2099-01-01T00:00:00.000Z");
    }

    @Test
    void a_webhook_that_is_deleted_is_gone() {
        customer.http
                .delete()
                .uri("/webhooks/VCA")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.statusMessage")
                .isEqualTo("deleted");
        customer.http
                .get()
                .uri("/webhooks")
                .exchange()
                .expectBody()
                .jsonPath("$.count")
                .isEqualTo(0);
        customer.http
                .get()
                .uri("/speech-profiles")
                .exchange()
                .expectBody()
                .jsonPath("$.speechProfiles[0].speechProfileCode")
                .isEqualTo("en-US-BenjaminRUS");
    }

    private static String flow(String... actions) {
        return "{\"callflow\":[" + String.join(",", actions) + "]}";
    }

    private static String say(String params) {
        return "{\"action\":\"say\",\"params\":{\"voiceProfile\":\"en-US-BenjaminRUS\",%s}}".formatted(params);
    }

    private static String capture(String params) {
        return "{\"action\":\"sayAndCapture\",\"params\":{\"promptMessage\":\"Press\",\"voiceProfile\":\"en-US-BenjaminRUS\",%s}}"
                .formatted(params);
    }
}
