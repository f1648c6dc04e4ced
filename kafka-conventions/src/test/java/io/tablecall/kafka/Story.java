package io.tablecall.kafka;

import io.tablecall.localstack.LocalInfrastructure;
import io.tablecall.schemas.call.CallEvent;
import io.tablecall.schemas.call.CallRinging;
import io.tablecall.schemas.call.Provenance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** What the stories have in common: services on the shared infrastructure, and a witness who reads plain bytes. */
final class Story {

    private static final LocalInfrastructure INFRASTRUCTURE = LocalInfrastructure.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int PARTITIONS = 6;

    private Story() {}

    static ConfigurableApplicationContext service(Class<?> application, String... properties) {
        INFRASTRUCTURE.createDatabaseRole("conventions");
        var all = new ArrayList<>(List.of(
                "--KAFKA_BOOTSTRAP_SERVERS=" + INFRASTRUCTURE.bootstrapServers(),
                "--SCHEMA_REGISTRY_URL=" + INFRASTRUCTURE.registryUrl(),
                "--spring.r2dbc.url=r2dbc:" + INFRASTRUCTURE.databaseUrl() + "?schema=conventions",
                "--spring.r2dbc.username=conventions",
                "--spring.r2dbc.password=conventions",
                "--spring.main.web-application-type=none",
                "--spring.main.banner-mode=off",
                "--spring.jmx.enabled=false"));
        for (var property : properties) {
            all.add("--" + property);
        }
        return new SpringApplicationBuilder(application).run(all.toArray(String[]::new));
    }

    static CallEvent ringing(String callId, int attempt) {
        return CallEvent.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setCallId(callId)
                .setReservationId("reservation")
                .setReservationVersion(1)
                .setAttempt(attempt)
                .setProvider("asterisk")
                .setOccurredAt(Instant.parse("2026-01-02T10:00:05.000007Z"))
                .setRecordedAt(Instant.parse("2026-01-02T10:00:06Z"))
                .setProvenance(Provenance.PROVIDER)
                .setDetail(new CallRinging())
                .build();
    }

    static String anyId() {
        return UUID.randomUUID().toString();
    }

    static void sendBytes(String topic, String key, byte[] value) throws ExecutionException, InterruptedException {
        var settings =
                Map.<String, Object>of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, INFRASTRUCTURE.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        }
    }

    /** The first records of these keys, in the order of the log; as many as asked for, or the test fails. */
    static List<ConsumerRecord<String, byte[]>> read(String topic, int count, String... keys) {
        var wanted = List.of(keys);
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        var settings =
                Map.<String, Object>of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, INFRASTRUCTURE.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = IntStream.range(0, PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(topic, partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var deadline = System.nanoTime() + PATIENCE.toNanos();
            while (found.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (wanted.contains(record.key())) {
                        found.add(record);
                    }
                });
            }
        }
        if (found.size() < count) {
            throw new AssertionError("%d of %d records on %s".formatted(found.size(), count, topic));
        }
        return found;
    }
}
