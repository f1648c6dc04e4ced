package io.tablecall.endtoend;

import static org.awaitility.Awaitility.await;

import io.tablecall.kafka.AvroSerializer;
import io.tablecall.kafka.PoisonProofDeserializer;
import io.tablecall.schemas.Topics;
import io.tablecall.schemas.call.CallEvent;
import io.tablecall.schemas.reservation.ConfirmReservation;
import io.tablecall.schemas.reservation.ReservationCommand;
import io.tablecall.schemas.reservation.ReservationOutcome;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** An upstream booking system: publishes commands, and hears everything that is said on the topics. */
final class BookingSystem implements AutoCloseable {

    private static final List<String> HEARD = List.of(
            Topics.CALL_EVENTS,
            Topics.RESERVATION_OUTCOMES,
            Topics.RESERVATION_COMMANDS + "-dlt",
            Topics.PROVIDER_EVENTS + "-dlt");

    private final AvroSerializer serializer = new AvroSerializer();
    private final PoisonProofDeserializer deserializer = new PoisonProofDeserializer();
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<CallEvent> calls = new CopyOnWriteArrayList<>();
    private final List<ReservationOutcome> outcomes = new CopyOnWriteArrayList<>();
    private final List<ConsumerRecord<String, byte[]>> deadLetters = new CopyOnWriteArrayList<>();
    private final Thread reader;

    BookingSystem(String bootstrapServers, URI registry) {
        Map<String, String> schemas = Map.of("schema.registry.url", registry.toString());
        serializer.configure(schemas, false);
        deserializer.configure(schemas, false);
        Map<String, Object> broker = Map.of("bootstrap.servers", bootstrapServers);
        producer = new KafkaProducer<>(broker, new StringSerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(broker, new StringDeserializer(), new ByteArrayDeserializer());
        var partitions = HEARD.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(it -> new TopicPartition(it.topic(), it.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        reader = Thread.ofPlatform().daemon().name("booking system hears").start(this::listen);
    }

    /** Asks for an answer about a table tomorrow; version 1. */
    String asks(String name, String phone, String provider) {
        var reservation = name + "-" + UUID.randomUUID().toString().substring(0, 8);
        publish(reservation, command(reservation, phone, provider));
        return reservation;
    }

    void publish(String reservation, SpecificRecord command) {
        send(reservation, serializer.serialize(Topics.RESERVATION_COMMANDS, command));
    }

    void publishGarbage(String reservation) {
        send(reservation, "neither magic byte nor Avro".getBytes(StandardCharsets.UTF_8));
    }

    static ReservationCommand command(String reservation, String phone, @Nullable String provider) {
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return ReservationCommand.newBuilder()
                .setCommandId(reservation + "/1")
                .setReservationId(reservation)
                .setIssuedAt(now)
                .setDetail(ConfirmReservation.newBuilder()
                        .setVersion(1)
                        .setGuestPhone(phone)
                        .setGuestName("Ana")
                        .setPartySize(4)
                        .setReservationTime(now.plus(1, ChronoUnit.DAYS))
                        .setRestaurantId("trattoria")
                        .setRestaurantName("Trattoria Bella")
                        .setRestaurantZone("Asia/Singapore")
                        .setRestaurantPhone("+6568332042")
                        .setRestaurantEmail(reservation.toLowerCase(java.util.Locale.ROOT) + "@example.org")
                        .setLanguage("en-US")
                        .setProvider(provider)
                        .build())
                .build();
    }

    ReservationOutcome awaitOutcome(String reservation) {
        await().atMost(Duration.ofSeconds(90)).until(() -> outcome(reservation).isPresent());
        return outcome(reservation).orElseThrow();
    }

    Optional<ReservationOutcome> outcome(String reservation) {
        return outcomes.stream()
                .filter(it -> it.getReservationId().equals(reservation))
                .findFirst();
    }

    long outcomes(String reservation) {
        return outcomes.stream()
                .filter(it -> it.getReservationId().equals(reservation))
                .count();
    }

    /** All that was heard of the calls of a reservation, in the order it was heard. */
    Stream<CallEvent> calls(String reservation) {
        return calls.stream().filter(it -> it.getReservationId().equals(reservation));
    }

    /** The facts of one kind. */
    <T> Stream<T> facts(String reservation, Class<T> kind) {
        return calls(reservation)
                .map(CallEvent::getDetail)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    List<ConsumerRecord<String, byte[]>> deadLetters(String key) {
        return deadLetters.stream().filter(it -> key.equals(it.key())).toList();
    }

    private void send(String key, byte @Nullable [] value) {
        try {
            producer.send(new ProducerRecord<>(Topics.RESERVATION_COMMANDS, key, value))
                    .get();
        } catch (ExecutionException e) {
            throw new AssertionError("the broker did not take the command", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void listen() {
        try (consumer) {
            while (true) {
                consumer.poll(Duration.ofMillis(200)).forEach(this::hear);
            }
        } catch (WakeupException closed) {
            // the end of the test
        }
    }

    private void hear(ConsumerRecord<String, byte[]> heard) {
        if (heard.topic().endsWith("-dlt")) {
            deadLetters.add(heard);
            return;
        }
        switch (deserializer.deserialize(heard.topic(), heard.headers(), heard.value())) {
            case CallEvent event -> calls.add(event);
            case ReservationOutcome outcome -> outcomes.add(outcome);
            case null, default -> throw new AssertionError("a stranger on " + heard.topic());
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            reader.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(Duration.ZERO);
        serializer.close();
        deserializer.close();
    }
}
