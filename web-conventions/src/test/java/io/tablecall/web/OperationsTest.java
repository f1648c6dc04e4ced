package io.tablecall.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;

@ServiceTest
class OperationsTest {

    @LocalServerPort
    int port;

    @Autowired
    Environment environment;

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void health_is_open_to_all_and_says_only_a_status(String path) {
        Client.stranger(port)
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("UP")
                .jsonPath("$.components")
                .doesNotExist();
    }

    @Test
    void metrics_are_for_operators() {
        Client.stranger(port)
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectStatus()
                .isUnauthorized();
        Client.operator(port)
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"env", "beans", "heapdump", "configprops", "loggers", "shutdown"})
    void no_other_management_endpoint_exists(String endpoint) {
        Client.operator(port)
                .get()
                .uri("/actuator/" + endpoint)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void docs_lead_to_swagger_ui() {
        var location = Client.stranger(port)
                .get()
                .uri("/docs")
                .exchange()
                .expectStatus()
                .is3xxRedirection()
                .returnResult(String.class)
                .getResponseHeaders()
                .getLocation();

        Client.stranger(port)
                .get()
                .uri(String.valueOf(location))
                .exchange()
                .expectStatus()
                .isOk();
        Client.stranger(port)
                .get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void redoc_serves_its_own_script() {
        var page = Client.stranger(port)
                .get()
                .uri("/redoc")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.TEXT_HTML)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        var script = Pattern.compile("src=\"(/webjars/[^\"]+)\"").matcher(String.valueOf(page));

        assertThat(script.find()).isTrue();
        Client.stranger(port)
                .head()
                .uri(script.group(1))
                .exchange()
                .expectStatus()
                .isUnauthorized();
        Client.stranger(port)
                .get()
                .uri(script.group(1))
                .exchange()
                .expectStatus()
                .isOk();
    }

    @ParameterizedTest
    @CsvSource({"https://booking.example,200", "https://elsewhere.example,403"})
    void only_listed_origins_may_call(String origin, int status) {
        Client.stranger(port)
                .options()
                .uri("/bookings")
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .exchange()
                .expectStatus()
                .isEqualTo(status);
    }

    @Test
    void services_override_conventions() {
        assertThat(environment.getProperty("spring.lifecycle.timeout-per-shutdown-phase"))
                .isEqualTo("3s");
        assertThat(environment.getProperty("server.shutdown")).isEqualTo("graceful");
        assertThat(environment.getProperty("spring.threads.virtual.enabled", Boolean.class))
                .isTrue();
    }
}
