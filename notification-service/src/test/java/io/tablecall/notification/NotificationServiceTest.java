package io.tablecall.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.tablecall.localstack.LocalInfrastructure;
import io.tablecall.schemas.Topics;
import io.tablecall.schemas.notification.NotificationEvent;
import io.tablecall.schemas.notification.NotificationSent;
import io.tablecall.schemas.reservation.Outcome;
import io.tablecall.schemas.reservation.ReservationOutcome;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service on a real broker, registry, database and mail server. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(NotificationServiceTest.Reported.class)
class NotificationServiceTest {

    private static final Instant TABLE = Instant.parse("2026-07-04T11:30:00Z");
    private static final GreenMail SMTP =
            new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    KafkaTemplate<String, SpecificRecord> kafka;

    @Autowired
    Reported reported;

    @DynamicPropertySource
    static void infrastructure(DynamicPropertyRegistry properties) {
        SMTP.start();
        var local = LocalInfrastructure.shared();
        local.createDatabaseRole("notification");
        properties.add("KAFKA_BOOTSTRAP_SERVERS", local::bootstrapServers);
        properties.add("SCHEMA_REGISTRY_URL", () -> local.registryUrl().toString());
        properties.add(
                "DATABASE_URL",
                () -> "postgresql://%s:%d/%s"
                        .formatted(local.databaseHost(), local.databasePort(), local.databaseName()));
        properties.add("DATABASE_USER", () -> "notification");
        properties.add("DATABASE_PASSWORD", () -> "notification");
        properties.add("TABLECALL_USER", () -> "staff");
        properties.add("TABLECALL_PASSWORD", () -> "correct-horse-battery");
        properties.add("SMTP_HOST", () -> "127.0.0.1");
        properties.add("SMTP_PORT", () -> SMTP.getSmtp().getPort());
        properties.add("tablecall.mail.first-pause", () -> "200ms");
        properties.add("tablecall.mail.poll", () -> "100ms");
    }

    @AfterAll
    static void stop() {
        SMTP.stop();
    }

    @Test
    void a_confirmed_table_is_mailed_with_a_calendar_entry() throws Exception {
        publish(outcome("R-confirmed", Outcome.CONFIRMED, "confirmed@example.org"));

        var mail = only("confirmed@example.org");
        assertThat(mail.getSubject()).isEqualTo("Confirmed: table for 4, Saturday 4 July 2026, 19:30");
        var body = GreenMailUtil.getWholeMessage(mail);
        assertThat(body).contains("text/plain", "text/html", "reservation.ics", "The guest confirmed the reservation.");
        assertThat(decoded(mail)).contains("DTSTART:20260704T113000Z", "UID:default.R-confirmed@tablecall");
        await().untilAsserted(() -> assertThat(reported.about("R-confirmed"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getChannel()).isEqualTo("EMAIL");
                    assertThat(event.getDetail()).isInstanceOf(NotificationSent.class);
                }));
    }

    @Test
    void an_outcome_redelivered_is_mailed_once() throws Exception {
        var outcome = outcome("R-again", Outcome.CANCELLED, "again@example.org");
        publish(outcome);
        publish(outcome);
        publish(outcome);
        publish(outcome("R-sentinel", Outcome.CANCELLED, "sentinel@example.org"));

        only("sentinel@example.org");
        await().untilAsserted(() -> assertThat(reported.about("R-sentinel")).hasSize(1));
        assertThat(only("again@example.org").getSubject()).startsWith("Cancelled: ");
        assertThat(GreenMailUtil.getWholeMessage(only("again@example.org"))).doesNotContain("reservation.ics");
    }

    @Test
    void a_mail_server_that_is_away_loses_nothing_and_doubles_nothing() throws Exception {
        SMTP.stop();
        publish(outcome("R-outage", Outcome.UNREACHED, "outage@example.org"));
        await().untilAsserted(() -> assertThat(reported.about("R-outage")).isEmpty());
        SMTP.start();

        assertThat(only("outage@example.org").getSubject()).startsWith("Not reached: ");
        await().untilAsserted(() -> assertThat(reported.about("R-outage")).hasSize(1));
    }

    @Test
    void an_outcome_without_an_address_mails_nobody() {
        publish(outcome("R-nobody", Outcome.CONFIRMED, null));
        publish(outcome("R-after-nobody", Outcome.CONFIRMED, "after-nobody@example.org"));

        await().untilAsserted(() -> assertThat(reported.about("R-after-nobody")).hasSize(1));
        assertThat(reported.about("R-nobody")).isEmpty();
    }

    /** Fixed for the run: a mail server that comes back comes back where it was. */
    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void publish(ReservationOutcome outcome) {
        kafka.send(Topics.RESERVATION_OUTCOMES, "one-key", outcome).join();
    }

    private static MimeMessage only(String address) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(to(address)).hasSize(1));
        return to(address).getFirst();
    }

    private static List<MimeMessage> to(String address) {
        return Arrays.stream(SMTP.getReceivedMessages())
                .filter(mail -> recipients(mail).contains(address))
                .toList();
    }

    private static String recipients(MimeMessage mail) {
        try {
            return Arrays.toString(mail.getRecipients(Message.RecipientType.TO));
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String decoded(MimeMessage mail) throws Exception {
        var parts = (jakarta.mail.Multipart) mail.getContent();
        return new String(
                parts.getBodyPart(1).getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static ReservationOutcome outcome(
            String reservation, Outcome outcome, @org.jspecify.annotations.Nullable String email) {
        return ReservationOutcome.newBuilder()
                .setOutcomeId(UUID.randomUUID().toString())
                .setReservationId(reservation)
                .setVersion(1)
                .setOutcome(outcome)
                .setConcludedAt(Instant.parse("2026-07-01T08:00:00Z"))
                .setAttempts(1)
                .setReservationTime(TABLE)
                .setRestaurantId("r1")
                .setRestaurantName("Trattoria <Bella>")
                .setRestaurantZone("Asia/Singapore")
                .setRestaurantEmail(email)
                .setGuestName("Ana")
                .setPartySize(4)
                .build();
    }

    /** Reads what the service reports. */
    @TestConfiguration
    static class Reported {
        private final List<NotificationEvent> events = new CopyOnWriteArrayList<>();

        @KafkaListener(topics = Topics.NOTIFICATION_EVENTS, groupId = "test")
        void on(NotificationEvent event) {
            events.add(event);
        }

        List<NotificationEvent> about(String reservation) {
            return events.stream()
                    .filter(event -> reservation.equals(event.getReservationId()))
                    .toList();
        }
    }
}
