package io.tablecall.endtoend.bench;

import io.tablecall.kafka.AvroSerializer;
import io.tablecall.schemas.Topics;
import io.tablecall.schemas.call.CallAnswered;
import io.tablecall.schemas.call.CallEvent;
import io.tablecall.schemas.call.Provenance;
import io.tablecall.schemas.provider.ProviderEvent;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The two records that ingest makes of a status webhook, and how they are sent. */
final class Records {
    /** Held on to, for a logger that nobody holds forgets its level. */
    private static final Logger REGISTRY_CLIENT = Logger.getLogger("DefaultSchemaResolver");

    private final AvroSerializer serializer = new AvroSerializer();

    Records(String registryUrl) {
        REGISTRY_CLIENT.setLevel(Level.WARNING);
        serializer.configure(Map.of("schema.registry.url", registryUrl), false);
    }

    /** As ingest's own producer is set: one record at a time, all replicas, no duplicates. */
    static Map<String, Object> producer(String bootstrapServers) {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                ProducerConfig.LINGER_MS_CONFIG, 0,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 500,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 3_000);
    }

    byte[] raw(String eventId, String callId, String sessionId, Instant at, byte[] body) {
        var headers = Map.of("Content-Type", "application/json", "User-Agent", "8x8-webhooks");
        var event = new ProviderEvent(
                "8x8/VCS/" + eventId, "8x8", "VCS", callId, sessionId, micros(at), headers, ByteBuffer.wrap(body));
        return Objects.requireNonNull(serializer.serialize(Topics.PROVIDER_EVENTS, event));
    }

    byte[] answered(String eventId, String callId, String sessionId, Instant at) {
        var event = new CallEvent(
                "8x8/CallAnswered/" + eventId,
                callId,
                "default",
                "reservation-" + callId,
                1,
                1,
                "8x8",
                sessionId,
                micros(at),
                micros(at),
                Provenance.PROVIDER,
                new CallAnswered());
        return Objects.requireNonNull(serializer.serialize(Topics.CALL_EVENTS, event));
    }

    byte[] fact(CallEvent event) {
        return Objects.requireNonNull(serializer.serialize(Topics.CALL_EVENTS, event));
    }

    static Instant micros(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }
}
