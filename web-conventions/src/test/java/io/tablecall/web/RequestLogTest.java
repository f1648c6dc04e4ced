package io.tablecall.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class RequestLogTest {

    @LocalServerPort
    int port;

    @Test
    void a_decent_request_id_is_kept_through_the_request() {
        var seen = Client.operator(port)
                .get()
                .uri("/bookings/1")
                .header(RequestId.HEADER, "abc-123")
                .exchange()
                .expectHeader()
                .valueEquals(RequestId.HEADER, "abc-123")
                .returnResult(String.class)
                .getResponseBody()
                .blockFirst();

        assertThat(seen).isEqualTo("abc-123");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a b", "x<script>", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"})
    void an_indecent_request_id_is_replaced(String offered) {
        Client.stranger(port)
                .get()
                .uri("/health")
                .header(RequestId.HEADER, offered)
                .exchange()
                .expectHeader()
                .valueMatches(RequestId.HEADER, "[0-9a-f]{16}");
    }

    @Test
    void one_json_line_tells_of_a_request_by_its_pattern(CapturedOutput output) {
        Client.operator(port)
                .get()
                .uri("/bookings/+6591234567?token=s3cret")
                .header(RequestId.HEADER, "line-1")
                .exchange()
                .expectStatus()
                .isOk();

        await().untilAsserted(() -> assertThat(output.getOut().lines().filter(line -> line.contains("line-1")))
                .singleElement()
                .asString()
                .startsWith("{")
                .contains("\"method\":\"GET\"", "\"path\":\"/bookings/{number}\"", "\"status\":200", "\"ms\":")
                .doesNotContain("6591234567", "s3cret"));
    }

    @Test
    void a_failure_is_logged_with_its_trace_but_without_the_number(CapturedOutput output) {
        Client.operator(port)
                .get()
                .uri("/broken")
                .header(RequestId.HEADER, "line-2")
                .exchange()
                .expectStatus()
                .is5xxServerError();

        await().untilAsserted(() -> assertThat(output.getOut())
                .contains("IllegalStateException", "+***67", "\"status\":500")
                .doesNotContain("6591234567"));
    }

    @Test
    void good_webhooks_are_not_worth_a_line(CapturedOutput output) {
        Client.postJson(Client.stranger(port), "/api/webhooks/vss", "{}")
                .expectStatus()
                .isOk();
        Client.operator(port)
                .get()
                .uri("/bookings/1")
                .header(RequestId.HEADER, "sentinel")
                .exchange()
                .expectStatus()
                .isOk();

        await().untilAsserted(() -> assertThat(output.getOut()).contains("sentinel"));
        assertThat(output.getOut()).doesNotContain("/api/webhooks/vss");
    }
}
