package io.tablecall.kafka;

import io.tablecall.kafka.OutboxRows.Row;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** Sends rows to the broker all together and returns when each has been answered for. */
final class OutboxDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxDelivery.class);

    private final KafkaTemplate<byte[], byte[]> kafka;

    OutboxDelivery(KafkaTemplate<byte[], byte[]> kafka) {
        this.kafka = kafka;
    }

    /** How many, counted from the first, are on the broker; what comes after a failure does not count, to keep order. */
    int deliver(List<Row> rows) {
        var acks = send(rows);
        try {
            CompletableFuture.allOf(acks.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException refused) {
            warn(refused);
        }
        return Math.toIntExact(
                acks.stream().takeWhile(ack -> !ack.isCompletedExceptionally()).count());
    }

    private List<CompletableFuture<?>> send(List<Row> rows) {
        var acks = new ArrayList<CompletableFuture<?>>(rows.size());
        try {
            for (var row : rows) {
                acks.add(kafka.send(row.topic(), row.key().getBytes(StandardCharsets.UTF_8), row.value()));
            }
        } catch (KafkaException | org.springframework.kafka.KafkaException notTaken) {
            warn(notTaken);
        }
        return acks;
    }

    private static void warn(RuntimeException failure) {
        var cause = failure.getCause() == null ? failure : failure.getCause();
        LOG.atWarn().addKeyValue("cause", cause.getClass().getName()).log("broker did not take the outbox, rows stay");
    }
}
