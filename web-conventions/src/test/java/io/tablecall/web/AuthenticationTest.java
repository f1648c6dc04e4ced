package io.tablecall.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

@ServiceTest
class AuthenticationTest {

    @LocalServerPort
    int port;

    @Test
    void a_stranger_is_asked_for_credentials_in_a_problem() {
        Client.stranger(port)
                .get()
                .uri("/bookings/1")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueMatches(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=.*")
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"operator,wrong", "someone,op-pass-1", "operator,hook-token-1", "admin,op-pass-1", "'',''"})
    void wrong_credentials_are_turned_away(String user, String password) {
        Client.caller(port, user, password)
                .get()
                .uri("/bookings/1")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void the_operator_comes_in_without_a_session_and_with_security_headers() {
        Client.operator(port)
                .get()
                .uri("/bookings/1")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .doesNotExist(HttpHeaders.SET_COOKIE)
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals("X-Frame-Options", "DENY")
                .expectHeader()
                .valueMatches("Content-Security-Policy", "default-src 'self';.*");
    }

    @Test
    void posting_needs_no_csrf_token() {
        Client.operator(port)
                .post()
                .uri("/api/make-call")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void the_webhook_token_makes_calls() {
        Client.caller(port, "admin", "hook-token-1")
                .post()
                .uri("/api/make-call")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void the_webhook_token_does_nothing_else() {
        Client.caller(port, "admin", "hook-token-1")
                .get()
                .uri("/bookings/1")
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void webhooks_and_prompts_go_past_spring_security() {
        var wrong = Client.caller(port, "operator", "wrong");

        Client.postJson(wrong, "/api/webhooks/vss", "{}")
                .expectStatus()
                .isOk()
                .expectHeader()
                .doesNotExist("X-Frame-Options");
        wrong.get()
                .uri("/prompts/welcome.wav")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .doesNotExist("X-Frame-Options");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/webhooks/../make-call", "/api/webhooks/%2e%2e/make-call", "/api;a=b/make-call"})
    void the_way_past_security_does_not_lead_to_other_handlers(String path) {
        var status = Client.stranger(port)
                .post()
                .uri(URI.create("http://127.0.0.1:" + port + path))
                .exchange()
                .returnResult(String.class)
                .getStatus();

        assertThat(status.is4xxClientError()).isTrue();
    }

    @Test
    void opened_paths_let_this_machine_in() {
        Client.stranger(port)
                .get()
                .uri("/opened/here")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "X-Real-IP"})
    void opened_paths_do_not_open_to_relayed_requests(String header) {
        Client.stranger(port)
                .get()
                .uri("/opened/here")
                .header(header, "127.0.0.1")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }
}
