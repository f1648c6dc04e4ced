package io.tablecall.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.support.KafkaUtils;

/**
 * Parks a record on {@code <topic>-dlt}, same partition, byte for byte as it was received, with its cause in headers.
 * Refuses to let go of a record the broker has not taken, and rests before it is asked again. No bean: Spring Cloud
 * Stream would take it for a function to bind.
 */
final class DeadLetters extends DeadLetterPublishingRecoverer {

    private final Duration rest;

    DeadLetters(KafkaOperations<byte[], byte[]> kafka, Duration rest) {
        super(kafka, (record, _) -> new TopicPartition(record.topic() + "-dlt", record.partition()));
        this.rest = rest;
        setFailIfSendResultIsError(true);
        setExceptionHeadersCreator(new CauseHeaders());
    }

    @Override
    public void accept(ConsumerRecord<?, ?> record, @Nullable Consumer<?, ?> consumer, Exception cause) {
        try {
            super.accept(record, consumer, cause);
        } catch (RuntimeException notTaken) {
            LockSupport.parkNanos(rest.toNanos());
            throw notTaken;
        }
    }

    @Override
    protected ProducerRecord<Object, Object> createProducerRecord(
            ConsumerRecord<?, ?> record,
            TopicPartition destination,
            Headers headers,
            byte @Nullable [] key,
            byte @Nullable [] value) {
        var received = headers.lastHeader(PoisonProofDeserializer.RECEIVED);
        var bytes = received != null ? received.value() : value != null ? value : bytes(record.value());
        headers.remove(PoisonProofDeserializer.RECEIVED);
        headers.remove(KafkaUtils.VALUE_DESERIALIZER_EXCEPTION_HEADER);
        headers.remove(KafkaUtils.KEY_DESERIALIZER_EXCEPTION_HEADER);
        var partition = destination.partition() < 0 ? null : destination.partition();
        return new ProducerRecord<>(
                destination.topic(), partition, key != null ? key : bytes(record.key()), bytes, headers);
    }

    private static byte @Nullable [] bytes(@Nullable Object received) {
        return switch (received) {
            case null -> null;
            case byte[] bytes -> bytes;
            case String text -> text.getBytes(StandardCharsets.UTF_8);
            default -> throw new IllegalStateException("the received bytes of this record were not kept");
        };
    }
}
