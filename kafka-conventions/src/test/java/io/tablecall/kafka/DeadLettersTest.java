package io.tablecall.kafka;

import static io.tablecall.kafka.Story.anyId;
import static io.tablecall.kafka.Story.ringing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tablecall.schemas.Topics;
import io.tablecall.schemas.call.CallEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.support.KafkaHeaders;

/** One partition's worth of trouble: all records of a test have the same key, hence an order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeadLettersTest {

    private static final byte[] POISON = "no Avro at all, call +6591234567".getBytes(StandardCharsets.UTF_8);
    private static final int SPOILT = 666;

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Service {

        final Queue<CallEvent> applied = new ConcurrentLinkedQueue<>();
        final Queue<CallEvent> attempted = new ConcurrentLinkedQueue<>();
        final Queue<CallEvent> appliedInBatches = new ConcurrentLinkedQueue<>();
        private final AtomicInteger hiccups = new AtomicInteger();

        @KafkaListener(id = "record-story", topics = Topics.CALL_EVENTS)
        void on(CallEvent event) {
            attempted.add(event);
            if (event.getAttempt() == SPOILT) {
                throw new UnreadableRecord("no such attempt, said guest@example.org on +65 9123 4567");
            }
            if (hiccups.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("not yet");
            }
            applied.add(event);
        }

        @KafkaListener(id = "batch-story", topics = Topics.PROVIDER_EVENTS, batch = "true")
        void on(List<CallEvent> events) {
            events.forEach(event -> {
                if (event.getAttempt() == SPOILT) {
                    throw new UnreadableRecord("no such attempt");
                }
            });
            appliedInBatches.addAll(events);
        }

        @KafkaListener(id = "naming-story", topics = Topics.NOTIFICATION_EVENTS, batch = "true")
        void onNamed(List<ConsumerRecord<String, CallEvent>> records) {
            for (int i = 0; i < records.size(); i++) {
                if (records.get(i).value().getAttempt() == SPOILT) {
                    throw new BatchListenerFailedException("spoilt", new UnreadableRecord("no such attempt"), i);
                }
                appliedInBatches.add(records.get(i).value());
            }
        }
    }

    private ConfigurableApplicationContext context;
    private Service service;
    private AvroSerializer serializer;

    @BeforeAll
    void start() {
        context = Story.service(Service.class, "tablecall.kafka.retry.first=50ms");
        service = context.getBean(Service.class);
        serializer = context.getBean(AvroSerializer.class);
    }

    @AfterAll
    void stop() {
        context.close();
    }

    @Test
    void bytes_nobody_can_read_are_parked_as_they_came_and_the_next_record_flows() throws Exception {
        var callId = anyId();

        Story.sendBytes(Topics.CALL_EVENTS, callId, POISON);
        Story.sendBytes(Topics.CALL_EVENTS, callId, bytes(ringing(callId, 1)));

        await().untilAsserted(
                        () -> assertThat(attempts(service.applied, callId)).containsExactly(1));
        var parked = onlyDeadLetter(Topics.CALL_EVENTS, callId);
        assertThat(parked.value()).isEqualTo(POISON);
        assertThat(header(parked, KafkaHeaders.DLT_EXCEPTION_FQCN)).isEqualTo(UnreadableRecord.class.getName());
        assertThat(header(parked, KafkaHeaders.DLT_EXCEPTION_MESSAGE)).isEqualTo("no schema id in front");
        assertThat(header(parked, KafkaHeaders.DLT_ORIGINAL_TOPIC)).isEqualTo(Topics.CALL_EVENTS);
    }

    @Test
    void a_dead_letter_quotes_neither_the_record_nor_the_guest() throws Exception {
        var callId = anyId();
        var original = bytes(ringing(callId, SPOILT));

        Story.sendBytes(Topics.CALL_EVENTS, callId, original);

        var parked = onlyDeadLetter(Topics.CALL_EVENTS, callId);
        assertThat(parked.value()).isEqualTo(original);
        assertThat(header(parked, KafkaHeaders.DLT_EXCEPTION_MESSAGE)).isEqualTo("no such attempt, said *** on ***");
        assertThat(parked.headers())
                .noneMatch(header -> header.key().equals(PoisonProofDeserializer.RECEIVED)
                        || header.key().contains("stacktrace")
                        || header.key().startsWith("springDeserializer"));
        assertThat(attempts(service.attempted, callId)).containsExactly(SPOILT);
    }

    @Test
    void a_record_that_fails_twice_is_applied_once_and_its_successor_waits() throws Exception {
        var callId = anyId();
        service.hiccups.set(2);

        Story.sendBytes(Topics.CALL_EVENTS, callId, bytes(ringing(callId, 1)));
        Story.sendBytes(Topics.CALL_EVENTS, callId, bytes(ringing(callId, 2)));

        await().untilAsserted(
                        () -> assertThat(attempts(service.applied, callId)).containsExactly(1, 2));
        assertThat(attempts(service.attempted, callId)).containsExactly(1, 1, 1, 2);
    }

    @Test
    void a_poisoned_batch_loses_the_poison_only() throws Exception {
        batchLosesOnlyThePoison(Topics.PROVIDER_EVENTS);
    }

    @Test
    void a_batch_listener_may_name_the_spoilt_record_itself() throws Exception {
        batchLosesOnlyThePoison(Topics.NOTIFICATION_EVENTS);
    }

    private void batchLosesOnlyThePoison(String topic) throws Exception {
        var callId = anyId();
        var spoilt = bytes(ringing(callId, SPOILT));
        Function<Integer, byte[]> nth = n -> switch (n) {
            case 3 -> POISON;
            case 6 -> spoilt;
            default -> bytes(ringing(callId, n));
        };

        for (int n = 1; n <= 9; n++) {
            Story.sendBytes(topic, callId, nth.apply(n));
        }

        await().untilAsserted(() -> assertThat(attempts(service.appliedInBatches, callId))
                .contains(9)
                .containsOnly(1, 2, 4, 5, 7, 8, 9));
        assertThat(Story.read(topic + "-dlt", 2, callId))
                .extracting(ConsumerRecord::value)
                .containsExactly(POISON, spoilt);
    }

    private byte[] bytes(CallEvent event) {
        var bytes = serializer.serialize(Topics.CALL_EVENTS, event);
        assertThat(bytes).isNotNull();
        return bytes;
    }

    private static List<Integer> attempts(Queue<CallEvent> events, String callId) {
        return events.stream()
                .filter(event -> event.getCallId().equals(callId))
                .map(CallEvent::getAttempt)
                .toList();
    }

    private static ConsumerRecord<String, byte[]> onlyDeadLetter(String topic, String key) {
        var parked = Story.read(topic + "-dlt", 1, key);
        assertThat(parked).hasSize(1);
        assertThat(parked.getFirst().partition())
                .isEqualTo(Story.read(topic, 1, key).getFirst().partition());
        return parked.getFirst();
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
