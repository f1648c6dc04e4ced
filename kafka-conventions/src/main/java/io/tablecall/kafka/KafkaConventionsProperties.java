package io.tablecall.kafka;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Everything that may be turned; the defaults suit a service on a healthy network.
 *
 * @param produces topics whose schemas and partitions are learned at start, so that the first sender waits for nobody;
 *     all of them when left out
 * @param observe whether sends and receipts are observed and carry the trace
 */
@ConfigurationProperties("tablecall.kafka")
record KafkaConventionsProperties(
        @Nullable List<String> produces,
        @DefaultValue("true") boolean observe,
        @DefaultValue Prompt prompt,
        @DefaultValue Batching batching,
        @DefaultValue Retry retry,
        @DefaultValue Outbox outbox) {

    /** Sends whose ack somebody waits for: at once, and given up early rather than freezing the caller. */
    record Prompt(
            @DefaultValue("500ms") Duration maxBlock,
            @DefaultValue("2s") Duration requestTimeout,
            @DefaultValue("3s") Duration deliveryTimeout) {}

    /** Sends nobody waits for. */
    record Batching(
            @DefaultValue("20ms") Duration linger,
            @DefaultValue("128KB") DataSize size,
            @DefaultValue("lz4") String compression) {}

    /** How often a record that fails is tried again before it goes to the dead letters; an outage is waited out. */
    record Retry(
            @DefaultValue("6") int attempts,
            @DefaultValue("200ms") Duration first,
            @DefaultValue("2") double multiplier,
            @DefaultValue("10s") Duration longest) {}

    /**
     * How the relay moves rows to Kafka.
     *
     * @param poll how long the relay sleeps when nobody wakes it
     * @param candidacy how long a follower waits before it asks for the lead again
     */
    record Outbox(
            @DefaultValue("false") boolean enabled,
            @DefaultValue("500") int batch,
            @DefaultValue("100ms") Duration poll,
            @DefaultValue("1s") Duration candidacy,
            @DefaultValue("100ms") Duration firstPause,
            @DefaultValue("5s") Duration longestPause,
            @DefaultValue("30s") Duration deliveryTimeout,
            @DefaultValue("10s") Duration patienceAtStop) {}
}
