package io.tablecall.analytics;

import static io.tablecall.analytics.Heard.confirmed;
import static io.tablecall.analytics.Heard.outcome;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tablecall.localstack.LocalInfrastructure;
import io.tablecall.schemas.Topics;
import io.tablecall.schemas.call.CallEvent;
import io.tablecall.schemas.reservation.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;

/** The whole service on a real broker, registry and database. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class AnalyticsServiceTest {

    @Autowired
    KafkaTemplate<String, SpecificRecord> kafka;

    @Autowired
    DatabaseClient db;

    @LocalServerPort
    int port;

    private WebTestClient http;

    AnalyticsServiceTest() {
        http = WebTestClient.bindToServer().build();
    }

    @DynamicPropertySource
    static void infrastructure(DynamicPropertyRegistry properties) {
        var local = LocalInfrastructure.shared();
        local.createDatabaseRole("analytics");
        properties.add("KAFKA_BOOTSTRAP_SERVERS", local::bootstrapServers);
        properties.add("SCHEMA_REGISTRY_URL", () -> local.registryUrl().toString());
        properties.add(
                "DATABASE_URL",
                () -> "postgresql://%s:%d/%s"
                        .formatted(local.databaseHost(), local.databasePort(), local.databaseName()));
        properties.add("DATABASE_USER", () -> "analytics");
        properties.add("DATABASE_PASSWORD", () -> "analytics");
        properties.add("TABLECALL_USER", () -> "staff");
        properties.add("TABLECALL_PASSWORD", () -> "correct-horse-battery");
    }

    @BeforeEach
    void client() {
        http = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .defaultHeaders(headers -> headers.setBasicAuth("staff", "correct-horse-battery"))
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    @Test
    void a_call_becomes_a_row_a_page_and_a_timeline() {
        var call = newCall();
        confirmed(call, "R-page").forEach(this::publish);

        awaitStatus(call, "completed");
        http.get()
                .uri("/api/calls/{id}", call)
                .exchange()
                .expectBody()
                .jsonPath("$.call.answer")
                .isEqualTo("CONFIRMED");
        var page = text("/calls/" + call);
        assertThat(page)
                .contains("R-page", "answer recorded: CONFIRMED", "Good evening")
                .doesNotContain("+6591234567");
        assertThat(text("/"))
                .contains("R-page", "Trattoria &lt;b&gt;", "+***67")
                .doesNotContain("Trattoria <b>");
    }

    @Test
    void copies_in_any_order_give_the_same_row() {
        var call = newCall();
        var story = new ArrayList<>(confirmed(call, "R-shuffled"));
        story.addAll(List.copyOf(story));
        Collections.shuffle(story, new Random(7));
        story.forEach(this::publish);

        awaitStatus(call, "completed");
        await().untilAsserted(() ->
                assertThat(heard(call)).isEqualTo(confirmed(call, "R-shuffled").size()));
    }

    @Test
    void totals_count_an_outcome_once() {
        var tenant = "tenant-" + UUID.randomUUID();
        var outcome = outcome(tenant, "R-1", Outcome.CONFIRMED);
        List.of(outcome, outcome, outcome(tenant, "R-2", Outcome.CONFIRMED), outcome(tenant, "R-3", Outcome.CANCELLED))
                .forEach(one -> kafka.send(Topics.RESERVATION_OUTCOMES, one.getReservationId(), one)
                        .join());

        await().untilAsserted(() -> http.get()
                .uri("/api/totals?tenant=" + tenant)
                .exchange()
                .expectBody()
                .json("[{\"outcome\":\"CONFIRMED\",\"count\":2},{\"outcome\":\"CANCELLED\",\"count\":1}]"));
    }

    @Test
    void a_poison_record_is_parked_and_the_next_flows() throws Exception {
        var call = newCall();
        poison(call);
        confirmed(call, "R-after-poison").forEach(this::publish);

        awaitStatus(call, "completed");
    }

    @Test
    void a_stream_resumes_after_the_last_event_that_was_seen() {
        var first = newCall();
        confirmed(first, "R-seen").forEach(this::publish);
        awaitStatus(first, "completed");
        var seen = requireNonNull(stream(0L)
                .filter(event -> event.data() != null && event.data().contains(first))
                .blockFirst(Duration.ofSeconds(10)));

        var second = newCall();
        confirmed(second, "R-missed").forEach(this::publish);
        awaitStatus(second, "completed");

        var resumed = requireNonNull(stream(Long.parseLong(seen.id()))
                .filter(event -> event.data() != null && event.data().contains(second))
                .blockFirst(Duration.ofSeconds(10)));
        assertThat(resumed.data()).contains("R-missed");
        assertThat(Long.parseLong(resumed.id())).isGreaterThan(Long.parseLong(seen.id()));
    }

    @Test
    void another_tenant_sees_nothing() {
        var call = newCall();
        confirmed(call, "R-private").forEach(this::publish);
        awaitStatus(call, "completed");

        http.get()
                .uri("/api/calls/{id}?tenant=other", call)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void bad_questions_are_named() {
        http.get()
                .uri("/api/calls?limit=0")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/limit");
        http.get().uri("/api/calls?status=asleep").exchange().expectStatus().isBadRequest();
        http.get().uri("/api/calls/nobody").exchange().expectStatus().isNotFound();
        WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build()
                .get()
                .uri("/api/calls")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private Flux<ServerSentEvent<String>> stream(long after) {
        return http.get()
                .uri("/api/calls/stream")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .header("Last-Event-ID", Long.toString(after))
                .exchange()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<String>>() {})
                .getResponseBody();
    }

    private void awaitStatus(String call, String status) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(text("/api/calls/" + call)).contains("\"status\":\"" + status + "\""));
    }

    private int heard(String call) {
        return requireNonNull(db.sql("SELECT heard FROM call_story WHERE call_id = :call")
                .bind("call", call)
                .map(row -> requireNonNull(row.get(0, Integer.class)))
                .one()
                .block());
    }

    private String text(String path) {
        return new String(
                http.get().uri(path).exchange().expectBody().returnResult().getResponseBodyContent(),
                StandardCharsets.UTF_8);
    }

    private void publish(CallEvent event) {
        kafka.send(Topics.CALL_EVENTS, event.getCallId(), event).join();
    }

    private static void poison(String key) throws Exception {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", LocalInfrastructure.shared().bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.CALL_EVENTS, key, new byte[] {9, 9, 9}))
                    .get();
        }
    }

    private static String newCall() {
        return UUID.randomUUID().toString();
    }
}
