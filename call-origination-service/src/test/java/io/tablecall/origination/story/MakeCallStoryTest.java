package io.tablecall.origination.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.tablecall.origination.call.CallId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class MakeCallStoryTest extends Story {

    @LocalServerPort
    int port;

    private WebTestClient http = WebTestClient.bindToServer().build();

    @BeforeEach
    void connect() {
        http = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(30))
                .build();
    }

    @Test
    void a_request_becomes_the_command_and_names_its_first_call() {
        post(body("RES123", "+6591230201", "Test Restaurant"))
                .expectStatus()
                .isAccepted()
                .expectBody()
                .jsonPath("$.success")
                .isEqualTo(true)
                .jsonPath("$.reservationId")
                .isEqualTo("RES123")
                .jsonPath("$.version")
                .isEqualTo(1)
                .jsonPath("$.callId")
                .isEqualTo(CallId.of("default", "RES123", 1, 1).toString());

        rang("+6591230201", 1);
    }

    @Test
    void the_clock_is_read_where_the_guest_is() {
        post(body("RES-CLOCK", "+6591230202", "Clock")).expectStatus().isAccepted();
        attemptIs("RES-CLOCK", 1, "PLACED");

        var hour = db.sql("""
                        SELECT extract(hour FROM reservation_time AT TIME ZONE 'Asia/Singapore')::int
                        FROM confirmation WHERE reservation_id = 'RES-CLOCK'""").mapValue(Integer.class).one().block(PATIENCE);
        assertThat(hour).isEqualTo(19);
    }

    @Test
    void a_repeat_and_the_same_reservation_by_topic_ring_once() {
        var body = body("RES-TWICE", "+6591230203", "Twice");
        post(body).expectStatus().isAccepted();
        post(body)
                .expectStatus()
                .isAccepted()
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(1);
        publish(confirm("RES-TWICE", 1, "+6591230203"));
        publish(confirm("RES-TWICE-sentinel", 1, "+6591230204"));
        rang("+6591230204", 1);
        attemptIs("RES-TWICE", 1, "PLACED");

        assertThat(PROVIDER.rings("+6591230203")).isEqualTo(1);
    }

    @Test
    void a_changed_request_is_the_next_version() {
        post(body("RES-CHANGED", "+6591230205", "Before")).expectStatus().isAccepted();
        attemptIs("RES-CHANGED", 1, "PLACED");

        post(body("RES-CHANGED", "+6591230205", "After"))
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(2);
    }

    @Test
    void nobody_comes_in_without_credentials() {
        http.post()
                .uri("/api/make-call")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body("RES-401", "+6591230206", "No"))
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "customerPhone":"+999"                 | /customerPhone
            "customerPhone":null                   | /customerPhone
            "restaurantName":" "                   | /restaurantName
            "reservationTime":"tomorrow"           | /reservationTime
            "reservationTime":"2025-04-20T19:30:00Z" | /reservationTime
            "restaurantZone":"Mars/Olympus"        | /restaurantZone
            "partySize":0                          | /partySize
            "partySize":"many"                     | /partySize
            "provider":"pigeon"                    | /provider
            "flowId":"none"                        | /flowId
            "restaurantEmail":"nobody"             | /restaurantEmail
            "colour":"red"                         | /colour
            """)
    void bad_input_is_refused_naming_the_field(String bad, String pointer) {
        var name = bad.substring(0, bad.indexOf(':'));
        var good = body("RES-400", "+6591230207", "Bad").replaceAll(name + ":\"[^\"]*\",?", "");
        var mixed = good.replaceFirst("\\{", "{" + bad + ",").replaceAll(",\\s*}", "}");

        post(mixed)
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo(pointer);
    }

    @Test
    void endless_names_and_unprintable_ids_are_refused_naming_the_field() {
        refused(body("RES-LONG", "+6591230207", "x".repeat(201)), "/restaurantName");
        refused(body("RES\\u0007", "+6591230207", "Bell"), "/orderId");
        refused(
                body("RES-LONG", "+6591230207", "Long").replace("{", "{\"guestName\":\"" + "x".repeat(201) + "\","),
                "/guestName");
    }

    @Test
    void the_version_tops_what_came_by_topic_and_a_repeat_keeps_it() {
        publish(confirm("RES-TOPIC", 4, "+6591230208"));
        attemptIs("RES-TOPIC", 1, "PLACED");
        var body = body("RES-TOPIC", "+6591230208", "Topped");

        post(body).expectBody().jsonPath("$.version").isEqualTo(5);
        post(body).expectBody().jsonPath("$.version").isEqualTo(5);
    }

    private void refused(String body, String pointer) {
        post(body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo(pointer);
    }

    @Test
    void the_interface_is_described() {
        http.get()
                .uri("/v3/api-docs")
                .exchange()
                .expectBody()
                .jsonPath("$.paths['/api/make-call'].post.requestBody")
                .exists();
    }

    private WebTestClient.ResponseSpec post(String body) {
        return http.post()
                .uri("/api/make-call")
                .headers(headers -> headers.setBasicAuth("admin", "webhook-token"))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static String body(String order, String phone, String restaurant) {
        return """
                {"orderId":"%s","customerPhone":"%s","restaurantName":"%s","reservationTime":"%sT19:30:00Z"}""".formatted(
                        order, phone, restaurant, LocalDate.now(ZoneOffset.UTC).plusDays(3));
    }
}
