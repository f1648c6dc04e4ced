package io.tablecall.endtoend.bench;

import io.tablecall.schemas.Topics;
import io.tablecall.schemas.call.CallEvent;
import io.tablecall.schemas.call.CallPlaced;
import io.tablecall.schemas.call.CallRequested;
import io.tablecall.schemas.call.Provenance;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Calls that ingest has been told of on the topic, as origination would: requested, then placed. */
final class KnownCalls {
    private static final String GROUP = "webhook-ingest";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final String bootstrapServers;
    private final Records records;
    private final Clock clock = Clock.systemUTC();
    private long made;

    KnownCalls(String bootstrapServers, Records records) {
        this.bootstrapServers = bootstrapServers;
        this.records = records;
    }

    /** Their session ids, once ingest knows them all. */
    List<String> make(int count) throws ExecutionException, InterruptedException {
        var sessions = new ArrayList<String>(count);
        var settings = Map.<String, Object>of("bootstrap.servers", bootstrapServers, "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < count; i++) {
                var sessionId = Webhooks.session(++made);
                var callId = UUID.randomUUID().toString();
                for (var event : List.of(event(callId, requested()), event(callId, new CallPlaced(sessionId)))) {
                    var _ = producer.send(new ProducerRecord<>(Topics.CALL_EVENTS, callId, records.fact(event)));
                }
                sessions.add(sessionId);
            }
        }
        awaitHeard();
        return sessions;
    }

    private CallEvent event(String callId, SpecificRecord detail) {
        var at = Records.micros(clock.instant());
        return new CallEvent(
                UUID.randomUUID().toString(),
                callId,
                "default",
                "reservation-" + callId,
                1,
                1,
                "8x8",
                null,
                at,
                at,
                Provenance.ORIGINATION,
                detail);
    }

    private static CallRequested requested() {
        var variables = Map.of(
                "restaurantName", "Casa Lola",
                "callbackNumber", "+6561234567",
                "reservationTime", "2026-05-01T11:30:00Z",
                "partySize", "4");
        return new CallRequested(
                "+6598888888", "+6568888888", "reservation-confirmation", 1, "en-US", variables, "Asia/Singapore", 300);
    }

    /** Until ingest's group has read the topic to its present end. */
    private void awaitHeard() throws ExecutionException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            var partitions = admin.describeTopics(List.of(Topics.CALL_EVENTS))
                    .allTopicNames()
                    .get()
                    .values()
                    .iterator()
                    .next()
                    .partitions();
            var wanted = admin.listOffsets(partitions.stream()
                            .map(it -> new TopicPartition(Topics.CALL_EVENTS, it.partition()))
                            .collect(Collectors.toMap(it -> it, _ -> OffsetSpec.latest())))
                    .all()
                    .get();
            while (true) {
                var read = admin.listConsumerGroupOffsets(GROUP)
                        .partitionsToOffsetAndMetadata()
                        .get();
                boolean heard = wanted.entrySet().stream().allMatch(end -> {
                    var committed = read.get(end.getKey());
                    long reached = committed == null ? 0 : committed.offset();
                    return reached >= end.getValue().offset();
                });
                if (heard) {
                    return;
                }
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("ingest has not heard of the calls in " + PATIENCE);
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }
}
