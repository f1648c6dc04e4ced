package io.tablecall.ingest.story;

import io.tablecall.ingest.IngestApplication;
import io.tablecall.localstack.LocalInfrastructure;
import io.tablecall.schemas.Topics;
import io.tablecall.schemas.call.CallEvent;
import io.tablecall.schemas.call.CallPlaced;
import io.tablecall.schemas.call.CallRequested;
import io.tablecall.schemas.call.Provenance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** The service, what origination would tell it, and what a provider would. */
final class Ingest {

    static final LocalInfrastructure INFRASTRUCTURE = LocalInfrastructure.shared();
    static final String TOKEN = "webhook-token-of-the-tests";
    static final Path PROMPTS = temporary();

    private static final Ingest SHARED = new Ingest();

    private final ConfigurableApplicationContext context;
    private final WebTestClient http;
    private final KafkaTemplate<String, SpecificRecord> kafka;

    private Ingest() {
        INFRASTRUCTURE.createDatabaseRole("ingest");
        context = new SpringApplicationBuilder(IngestApplication.class)
                .run(
                        "--server.port=0",
                        "--PROVIDERS=8x8",
                        "--WEBHOOK_AUTH_TOKEN=" + TOKEN,
                        "--TABLECALL_USER=user",
                        "--TABLECALL_PASSWORD=password-of-the-tests",
                        "--KAFKA_BOOTSTRAP_SERVERS=" + INFRASTRUCTURE.bootstrapServers(),
                        "--SCHEMA_REGISTRY_URL=" + INFRASTRUCTURE.registryUrl(),
                        "--DATABASE_URL=" + INFRASTRUCTURE.databaseUrl(),
                        "--DATABASE_USER=ingest",
                        "--DATABASE_PASSWORD=ingest",
                        "--SPEECH_CACHE_DIR=" + PROMPTS,
                        "--tablecall.ingest.quarantine-after=5s");
        http = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:"
                        + Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port")))
                .responseTimeout(Duration.ofSeconds(20))
                .build();
        kafka = context.<KafkaTemplate<String, SpecificRecord>>getBeanProvider(
                        ResolvableType.forClassWithGenerics(KafkaTemplate.class, String.class, SpecificRecord.class))
                .getObject();
    }

    static Ingest running() {
        return SHARED;
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    WebTestClient http() {
        return http;
    }

    /** Some call, committed to be dialled. */
    Call requested() {
        var call = new Call(UUID.randomUUID().toString(), UUID.randomUUID().toString());
        publish(
                call,
                new CallRequested(
                        "+6591234567",
                        "+6568888888",
                        "reservation-confirmation",
                        1,
                        "en-US",
                        Map.of(
                                "restaurantName", "Casa Lola",
                                "callbackNumber", "+6561234567",
                                "reservationTime", "2026-05-01T11:30:00Z",
                                "partySize", "4"),
                        "Asia/Singapore",
                        300));
        return call;
    }

    /** The provider's id of it becomes known. */
    Call placed(Call call) {
        publish(call, new CallPlaced(call.sessionId()));
        return call;
    }

    private void publish(Call call, SpecificRecord detail) {
        var at = Instant.parse("2026-04-30T03:00:00Z");
        var event = new CallEvent(
                UUID.randomUUID().toString(),
                call.callId(),
                "default",
                "reservation-" + call.callId(),
                1,
                1,
                "8x8",
                null,
                at,
                at,
                Provenance.ORIGINATION,
                detail);
        try {
            kafka.send(Topics.CALL_EVENTS, call.callId(), event).get(10, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    ResponseSpec post(String kind, String body) {
        return http.post()
                .uri("/api/webhooks/" + kind)
                .header("Authorization", TOKEN)
                .header("Content-Type", "application/json")
                .bodyValue(body)
                .exchange();
    }

    /** What the guest's keypress is answered. */
    String press(Call call, String eventId, String keys) {
        return Objects.requireNonNull(post("vca", Bodies.vca(call.sessionId(), eventId, keys, null))
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("prompts");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    record Call(String callId, String sessionId) {}
}
