package io.tablecall.origination.story;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tablecall.localstack.LocalInfrastructure;
import io.tablecall.origination.call.CallId;
import io.tablecall.schemas.Topics;
import io.tablecall.schemas.call.CallEvent;
import io.tablecall.schemas.call.Provenance;
import io.tablecall.schemas.reservation.ConfirmReservation;
import io.tablecall.schemas.reservation.Outcome;
import io.tablecall.schemas.reservation.ReservationCommand;
import io.tablecall.schemas.reservation.ReservationOutcome;
import io.tablecall.schemas.reservation.WithdrawReservation;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.avro.specific.SpecificRecord;
import org.awaitility.core.ThrowingRunnable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Starts the service once for all stories, each about reservations and numbers of its own. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "tablecall.origination.poll-interval=50ms",
            "tablecall.origination.sweep-interval=200ms",
            "tablecall.eight-by-eight.timeout=5s",
            "resilience4j.circuitbreaker.configs.default.minimum-number-of-calls=1000",
            "resilience4j.circuitbreaker.configs.default.sliding-window-size=1000",
            "PROVIDERS=8x8,asterisk",
            "EIGHT_X_EIGHT_API_KEY=key",
            "EIGHT_X_EIGHT_SUBACCOUNT_ID=Tablecall_Test",
            "ARI_USERNAME=tablecall",
            "ARI_PASSWORD=ari-password",
            "ARI_ENDPOINT=PJSIP/{number}@trunk",
            "OUTBOUND_PHONE_NUMBER=+6568332042",
            "REDIAL_SPACING=300ms",
            "DIALLING_WINDOW=00:00-24:00",
            "TABLECALL_USER=staff",
            "TABLECALL_PASSWORD=staff-password",
            "WEBHOOK_AUTH_TOKEN=webhook-token"
        })
@Import(Story.Played.class)
abstract class Story {

    static final Provider PROVIDER = new Provider();
    static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    KafkaTemplate<String, SpecificRecord> kafka;

    @Autowired
    DatabaseClient db;

    @Autowired
    Witness witness;

    @TestConfiguration(proxyBeanMethods = false)
    static class Played {
        @Bean
        Witness witness() {
            return new Witness();
        }
    }

    @DynamicPropertySource
    static void infrastructure(DynamicPropertyRegistry properties) {
        var infrastructure = LocalInfrastructure.shared();
        infrastructure.createDatabaseRole("origination");
        properties.add("KAFKA_BOOTSTRAP_SERVERS", infrastructure::bootstrapServers);
        properties.add("SCHEMA_REGISTRY_URL", infrastructure::registryUrl);
        properties.add("DATABASE_URL", infrastructure::databaseUrl);
        properties.add("DATABASE_USER", () -> "origination");
        properties.add("DATABASE_PASSWORD", () -> "origination");
        properties.add("EIGHT_X_EIGHT_BASE_URL", PROVIDER::url);
        properties.add("ARI_HTTP_URL", PROVIDER::url);
    }

    static void eventually(ThrowingRunnable assertion) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).untilAsserted(assertion);
    }

    void publish(ReservationCommand command) {
        send(Topics.RESERVATION_COMMANDS, command.getReservationId(), command);
    }

    void hear(String reservation, int version, int attempt, Object detail) {
        var call = CallId.of("default", reservation, version, attempt).toString();
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        send(
                Topics.CALL_EVENTS,
                call,
                CallEvent.newBuilder()
                        .setEventId(UUID.randomUUID().toString())
                        .setCallId(call)
                        .setReservationId(reservation)
                        .setReservationVersion(version)
                        .setAttempt(attempt)
                        .setProvider("8x8")
                        .setOccurredAt(now)
                        .setRecordedAt(now)
                        .setProvenance(Provenance.PROVIDER)
                        .setDetail(detail)
                        .build());
    }

    private void send(String topic, String key, SpecificRecord value) {
        try {
            kafka.send(topic, key, value).get(10, SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the broker did not take the record", e);
        }
    }

    static ReservationCommand confirm(String reservation, int version, String phone) {
        return command(reservation, confirmation(version, phone).build());
    }

    static ConfirmReservation.Builder confirmation(int version, String phone) {
        return ConfirmReservation.newBuilder()
                .setVersion(version)
                .setGuestPhone(phone)
                .setReservationTime(Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.MICROS))
                .setRestaurantId("trattoria")
                .setRestaurantName("Trattoria");
    }

    static ReservationCommand withdraw(String reservation, int version) {
        return command(
                reservation,
                WithdrawReservation.newBuilder().setVersion(version).build());
    }

    static ReservationCommand command(String reservation, Object detail) {
        return ReservationCommand.newBuilder()
                .setCommandId(UUID.randomUUID().toString())
                .setReservationId(reservation)
                .setIssuedAt(Instant.now().truncatedTo(ChronoUnit.MICROS))
                .setDetail(detail)
                .build();
    }

    ReservationOutcome outcomeOf(String reservation, Outcome expected) {
        eventually(() -> assertThat(witness.outcomesOf(reservation))
                .extracting(ReservationOutcome::getOutcome)
                .contains(expected));
        return witness.outcomesOf(reservation).getLast();
    }

    void rang(String phone, int times) {
        eventually(() -> assertThat(PROVIDER.rings(phone)).isEqualTo(times));
    }

    void run(String sql) {
        db.sql(sql).then().block(PATIENCE);
    }

    /** The attempt is in the state, as committed. */
    void attemptIs(String reservation, int attempt, String state) {
        eventually(() -> assertThat(db.sql("""
                                SELECT state FROM attempt WHERE reservation_id = :reservation AND attempt = :attempt
                                ORDER BY version DESC LIMIT 1""")
                        .bind("reservation", reservation)
                        .bind("attempt", attempt)
                        .mapValue(String.class)
                        .one()
                        .block(PATIENCE))
                .isEqualTo(state));
    }
}
