package io.tablecall.origination.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.tablecall.localstack.LocalInfrastructure;
import io.tablecall.schemas.Topics;
import io.tablecall.schemas.reservation.ReservationCommand;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.support.KafkaHeaders;

class PoisonStoryTest extends Story {

    @Test
    void an_impossible_number_goes_to_the_dead_letters_and_the_next_command_flows() {
        publish(confirm("poison-number", 1, "+999123"));
        publish(confirm("poison-number", 2, "+6591230101"));

        rang("+6591230101", 1);
        eventually(() -> assertThat(deadLetters()).containsKey("poison-number"));
        assertThat(deadLetters().get("poison-number")).startsWith("guestPhone");
    }

    @Test
    void an_unknown_zone_names_its_field() {
        publish(command(
                "poison-zone",
                confirmation(1, "+6591230102").setRestaurantZone("Mars/Olympus").build()));

        eventually(
                () -> assertThat(deadLetters()).containsEntry("poison-zone", "restaurantZone: is no IANA time zone"));
    }

    @Test
    void a_reservation_in_the_past_names_its_field() {
        publish(command(
                "poison-past",
                confirmation(1, "+6591230103")
                        .setReservationTime(Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MICROS))
                        .build()));

        eventually(() -> assertThat(deadLetters().get("poison-past")).startsWith("reservationTime"));
    }

    @Test
    void a_tenant_with_a_slash_names_its_field() {
        publish(ReservationCommand.newBuilder(confirm("poison-tenant", 1, "+6591230105"))
                .setTenantId("a/b")
                .build());

        eventually(
                () -> assertThat(deadLetters()).containsEntry("poison-tenant", "tenantId: must not contain a slash"));
    }

    @Test
    void bytes_nobody_can_read_are_parked_and_the_next_command_flows() throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", LocalInfrastructure.shared().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            Topics.RESERVATION_COMMANDS, "poison-bytes", "{}".getBytes(StandardCharsets.UTF_8)))
                    .get(10, TimeUnit.SECONDS);
        }
        publish(confirm("poison-bytes", 1, "+6591230104"));

        rang("+6591230104", 1);
        eventually(() -> assertThat(deadLetters()).containsKey("poison-bytes"));
    }

    /** The cause of each dead command, by reservation. */
    private static Map<String, String> deadLetters() {
        var causes = new HashMap<String, String>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        LocalInfrastructure.shared().bootstrapServers(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Topics.RESERVATION_COMMANDS + "-dlt").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(List.copyOf(partitions));
            for (var record : consumer.poll(Duration.ofSeconds(1))) {
                var cause = record.headers().lastHeader(KafkaHeaders.DLT_EXCEPTION_MESSAGE);
                causes.put(record.key(), cause == null ? "" : new String(cause.value(), StandardCharsets.UTF_8));
            }
        }
        return causes;
    }
}
