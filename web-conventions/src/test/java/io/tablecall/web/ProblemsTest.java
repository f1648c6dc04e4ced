package io.tablecall.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;

@ServiceTest
class ProblemsTest {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name":" ","partySize":2}                              | /name          | must not be blank
            {"name":"x","partySize":0}                              | /partySize     | must be greater than or equal to 1
            {"name":"x","partySize":2,"guests":[{"name":""}]}       | /guests/0/name | must not be blank
            {"name":"x","partySize":2,"shoeSize":44}                | /shoeSize      | unknown field
            {"name":"x","partySize":"many"}                         | /partySize     | must be of type int
            {"name":"x","partySize":2,"table":"ROOF"}               | /table         | must be one of INSIDE, TERRACE
            """)
    void input_that_breaks_a_rule_is_refused_naming_field_and_reason(String body, String pointer, String reason) {
        refused(Client.postJson(Client.operator(port), "/bookings", body), pointer, reason);
    }

    @Test
    void a_functional_route_refuses_in_the_same_words() {
        refused(
                Client.postJson(
                        Client.operator(port),
                        "/functional/bookings",
                        "{\"name\":\"x\",\"partySize\":2,\"shoeSize\":44}"),
                "/shoeSize",
                "unknown field");
    }

    @Test
    void unreadable_json_is_refused_with_its_place() {
        refused(
                Client.postJson(Client.operator(port), "/bookings", "{\"name\":\"x\","),
                "",
                "not valid JSON at line 1, column 13");
    }

    @Test
    void a_missing_body_is_refused() {
        refused(
                Client.operator(port)
                        .post()
                        .uri("/bookings")
                        .contentType(MediaType.APPLICATION_JSON)
                        .exchange(),
                "",
                "a readable body is required");
    }

    @Test
    void json_nested_too_deep_is_refused() {
        var deep = "[".repeat(40) + "]".repeat(40);

        refused(
                Client.postJson(
                        Client.operator(port), "/bookings", "{\"name\":\"x\",\"partySize\":2,\"notes\":" + deep + "}"),
                null,
                "too deep, too long or too large");
    }

    @Test
    void bad_input_found_by_a_service_is_refused() {
        refused(get("/refused"), "/customerPhone", "must be in E.164 form");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /bookings             | is required
            /bookings?limit=all   | must be of type int
            /bookings?limit=500   | must be less than or equal to 100
            """)
    void bad_parameters_are_refused_by_name(String path, String reason) {
        refused(get(path), "/limit", reason);
    }

    @ParameterizedTest
    @CsvSource({"GET,/nowhere/+6591234567,404", "DELETE,/refused,405", "GET,/taken,409"})
    void other_refusals_are_problems_too(String method, String path, int status) {
        var body = Client.operator(port)
                .method(HttpMethod.valueOf(method))
                .uri(path)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .returnResult(String.class)
                .getResponseBody()
                .blockFirst();

        assertThat(body).contains("\"status\":" + status).doesNotContain("6591234567");
    }

    @Test
    void a_body_that_is_not_json_is_an_unsupported_media_type() {
        Client.operator(port)
                .post()
                .uri("/bookings")
                .contentType(MediaType.TEXT_PLAIN)
                .bodyValue("x")
                .exchange()
                .expectStatus()
                .isEqualTo(415)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void a_body_announced_as_too_large_is_refused() {
        tooLarge(Client.postJson(Client.operator(port), "/bookings", "\"" + "x".repeat(1_100_000) + "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bookings", "/functional/bookings", "/api/webhooks/vss"})
    void a_body_that_turns_out_too_large_is_refused(String path) {
        var chunk = ("\"" + "x".repeat(50_000)).getBytes(StandardCharsets.UTF_8);
        var endless = Flux.range(0, 24).<DataBuffer>map(_ -> DefaultDataBufferFactory.sharedInstance.wrap(chunk));

        tooLarge(Client.operator(port)
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(BodyInserters.fromDataBuffers(endless))
                .exchange());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/broken", "/functional/broken/6591234567"})
    void an_unexpected_failure_tells_nothing_but_where_to_look(String path) {
        var body = get(path)
                .expectStatus()
                .isEqualTo(500)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .returnResult(String.class)
                .getResponseBody()
                .blockFirst();

        assertThat(body).contains("requestId").doesNotContain("6591234567", "Exception", "trace");
    }

    private ResponseSpec get(String path) {
        return Client.operator(port).get().uri(path).exchange();
    }

    private static void refused(ResponseSpec response, @Nullable String pointer, String reason) {
        var errors = response.expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.errors[0].reason")
                .isEqualTo(reason);
        if (pointer != null) {
            errors.jsonPath("$.errors[0].pointer").isEqualTo(pointer);
        }
    }

    private static void tooLarge(ResponseSpec response) {
        response.expectStatus().isEqualTo(413).expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
}
