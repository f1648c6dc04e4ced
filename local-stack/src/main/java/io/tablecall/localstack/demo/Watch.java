package io.tablecall.localstack.demo;

import io.tablecall.schemas.Topics;
import io.tablecall.schemas.call.AnswerRecorded;
import io.tablecall.schemas.call.CallEvent;
import io.tablecall.schemas.reservation.ReservationOutcome;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads from the topics what is said about reservations, and remembers how each ended. */
final class Watch implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final AvroWire wire;
    private final KafkaConsumer<String, byte[]> consumer;
    private final BiConsumer<String, String> listener;
    private final Map<String, ReservationOutcome> outcomes = new ConcurrentHashMap<>();
    private final Map<String, String> keys = new ConcurrentHashMap<>();

    /** @param listener told of everything as reservation id and words */
    Watch(String bootstrapServers, AvroWire wire, BiConsumer<String, String> listener) {
        this.wire = wire;
        this.listener = listener;
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "fetch.max.wait.ms", 100),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = List.of(Topics.CALL_EVENTS, Topics.RESERVATION_OUTCOMES).stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(it -> new TopicPartition(it.topic(), it.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads on until this many reservations have ended or the time is up. */
    void untilEnded(int reservations, Duration patience) throws IOException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (outcomes.size() < reservations && System.nanoTime() < deadline) {
            for (var heard : consumer.poll(POLL)) {
                hear(heard);
            }
        }
    }

    private void hear(ConsumerRecord<String, byte[]> heard) throws IOException {
        if (heard.topic().equals(Topics.CALL_EVENTS)) {
            var event = wire.decode(heard.value(), CallEvent.class, CallEvent.getClassSchema());
            if (event.getDetail() instanceof AnswerRecorded answer) {
                keys.put(event.getReservationId(), answer.getDigits());
            }
            listener.accept(event.getReservationId(), Story.of(event));
        } else {
            var outcome = wire.decode(heard.value(), ReservationOutcome.class, ReservationOutcome.getClassSchema());
            outcomes.put(outcome.getReservationId(), outcome);
            listener.accept(outcome.getReservationId(), "outcome: " + outcome.getOutcome());
        }
    }

    Optional<ReservationOutcome> outcome(String reservationId) {
        return Optional.ofNullable(outcomes.get(reservationId));
    }

    /** The key of the recorded answer. */
    Optional<String> key(String reservationId) {
        return Optional.ofNullable(keys.get(reservationId));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
