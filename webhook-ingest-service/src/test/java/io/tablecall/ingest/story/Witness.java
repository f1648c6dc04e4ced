package io.tablecall.ingest.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tablecall.schemas.Topics;
import io.tablecall.schemas.call.CallEvent;
import io.tablecall.schemas.call.CallPlaced;
import io.tablecall.schemas.call.CallRequested;
import io.tablecall.schemas.provider.ProviderEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its beginning, as a stranger would. */
final class Witness {

    private static final int CONFLUENT_PREFIX = 5;

    private Witness() {}

    /** Kinds of the facts ingest has told about this call, in the order of the log. */
    static List<String> kinds(String callId) {
        return facts(callId).stream().map(Witness::kind).toList();
    }

    static List<CallEvent> facts(String callId) {
        return records(Topics.CALL_EVENTS).stream()
                .filter(record -> callId.equals(record.key()))
                .map(record -> decode(record.value(), CallEvent.class))
                .filter(event ->
                        !(event.getDetail() instanceof CallRequested) && !(event.getDetail() instanceof CallPlaced))
                .toList();
    }

    static List<ProviderEvent> raw(String key) {
        return records(Topics.PROVIDER_EVENTS).stream()
                .filter(record -> key.equals(record.key()))
                .map(record -> decode(record.value(), ProviderEvent.class))
                .toList();
    }

    static void awaitKinds(String callId, String... kinds) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(kinds(callId)).containsExactly(kinds));
    }

    static String kind(CallEvent event) {
        return ((SpecificRecord) event.getDetail()).getSchema().getName();
    }

    static List<ConsumerRecord<String, byte[]>> records(String topic) {
        var settings = Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, Ingest.INFRASTRUCTURE.bootstrapServers());
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = IntStream.range(0, consumer.partitionsFor(topic).size())
                    .mapToObj(number -> new TopicPartition(topic, number))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
        }
        return found;
    }

    private static <T extends SpecificRecordBase> T decode(byte[] value, Class<T> type) {
        var decoder =
                DecoderFactory.get().binaryDecoder(value, CONFLUENT_PREFIX, value.length - CONFLUENT_PREFIX, null);
        try {
            return new SpecificDatumReader<>(type).read(null, decoder);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
