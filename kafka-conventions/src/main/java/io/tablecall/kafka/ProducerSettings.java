package io.tablecall.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/** What each kind of producer is told. All of them are idempotent and wait for every in-sync replica. */
final class ProducerSettings {

    private final Map<String, Object> shared;
    private final KafkaConventionsProperties properties;

    ProducerSettings(Map<String, Object> configured, KafkaConventionsProperties properties) {
        this.properties = properties;
        this.shared = new HashMap<>(configured);
        shared.put(ProducerConfig.ACKS_CONFIG, "all");
        shared.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        shared.put(
                ProducerConfig.MAX_BLOCK_MS_CONFIG, millis(properties.prompt().maxBlock()));
    }

    /** One record at a time, the ack as soon as it can be. */
    Map<String, Object> prompt() {
        return with(Duration.ZERO, properties.prompt().deliveryTimeout(), Map.of());
    }

    /** Many records to a request, for throughput. */
    Map<String, Object> batching() {
        return with(properties.batching().linger(), properties.prompt().deliveryTimeout(), squeezed());
    }

    /** Sends at once what the relay hands over together, and long keeps trying in order rather than giving up. */
    Map<String, Object> relay() {
        return with(
                Duration.ZERO,
                properties.outbox().deliveryTimeout(),
                Map.of(ProducerConfig.BATCH_SIZE_CONFIG, batchSize()));
    }

    private Map<String, Object> squeezed() {
        return Map.of(
                ProducerConfig.BATCH_SIZE_CONFIG,
                batchSize(),
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                properties.batching().compression());
    }

    private int batchSize() {
        return Math.toIntExact(properties.batching().size().toBytes());
    }

    private Map<String, Object> with(Duration linger, Duration delivery, Map<String, Object> more) {
        var settings = new HashMap<>(shared);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, millis(linger));
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis(delivery));
        settings.put(
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                millis(properties.prompt().requestTimeout()));
        settings.putAll(more);
        return settings;
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
