package io.tablecall.ingest.publish;

import io.tablecall.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.stereotype.Component;

/** Kafka, given finished bytes. Sending may block for a moment while the cluster is unknown: never on an event loop. */
@Component
class Broker {

    private static final Logger log = LoggerFactory.getLogger(Broker.class);

    private final DefaultKafkaProducerFactory<String, byte[]> factory;
    private final Producer<String, byte[]> producer;

    Broker(DefaultKafkaProducerFactory<String, SpecificRecord> prompt) {
        this.factory = new DefaultKafkaProducerFactory<>(
                prompt.getConfigurationProperties(), new StringSerializer(), new ByteArraySerializer(), false);
        this.producer = factory.createProducer();
    }

    /** Learns where the topics are before the first record needs it. */
    void warmUp() {
        try {
            List.of(Topics.PROVIDER_EVENTS, Topics.CALL_EVENTS).forEach(producer::partitionsFor);
        } catch (RuntimeException unreachable) {
            log.atWarn().setCause(unreachable).log("broker not reachable yet, the inbox stands in");
        }
    }

    void send(Encoded encoded, Callback whenDone) {
        var _ = producer.send(new ProducerRecord<>(encoded.topic(), encoded.key(), encoded.value()), whenDone);
    }

    CompletableFuture<Void> send(Encoded encoded) {
        return send(new ProducerRecord<>(encoded.topic(), encoded.key(), encoded.value()));
    }

    /** The record as it is, on the dead letters of its topic. */
    CompletableFuture<Void> deadLetter(Encoded encoded, String cause) {
        var letter = new ProducerRecord<>(encoded.topic() + "-dlt", encoded.key(), encoded.value());
        letter.headers()
                .add(KafkaHeaders.DLT_ORIGINAL_TOPIC, encoded.topic().getBytes(StandardCharsets.UTF_8))
                .add(KafkaHeaders.DLT_EXCEPTION_MESSAGE, cause.getBytes(StandardCharsets.UTF_8));
        return send(letter);
    }

    private CompletableFuture<Void> send(ProducerRecord<String, byte[]> outgoing) {
        var sent = new CompletableFuture<Void>();
        var _ = producer.send(outgoing, (_, failure) -> {
            if (failure == null) {
                sent.complete(null);
            } else {
                sent.completeExceptionally(failure);
            }
        });
        return sent;
    }

    void close() {
        producer.close(Duration.ofSeconds(3));
        factory.destroy();
    }
}
