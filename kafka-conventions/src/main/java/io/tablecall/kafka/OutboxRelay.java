package io.tablecall.kafka;

import io.r2dbc.spi.ConnectionFactory;
import io.tablecall.kafka.OutboxRows.Row;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Carries rows from the outbox to Kafka, oldest first, and deletes what the broker has acknowledged. Of several
 * replicas one relays; the others take over when its connection ends. While the broker is away the rows stay.
 */
final class OutboxRelay implements SmartLifecycle, Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

    private final ConnectionFactory connections;
    private final KafkaTemplate<byte[], byte[]> kafka;
    private final OutboxSignal signal;
    private final KafkaConventionsProperties.Outbox settings;
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    OutboxRelay(
            ConnectionFactory connections,
            KafkaTemplate<byte[], byte[]> kafka,
            OutboxSignal signal,
            KafkaConventionsProperties.Outbox settings) {
        this.connections = connections;
        this.kafka = kafka;
        this.signal = signal;
        this.settings = settings;
    }

    @Override
    public void run() {
        var pause = settings.firstPause();
        while (running) {
            try (var rows = new OutboxRows(connections)) {
                if (lead(rows)) {
                    pause = settings.firstPause();
                    relay(rows);
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failure) {
                LOG.atWarn()
                        .addKeyValue("cause", failure.getClass().getName())
                        .addKeyValue("retryInMillis", pause.toMillis())
                        .log("outbox relay lost its database or broker");
                pause = rest(pause);
            }
        }
    }

    private boolean lead(OutboxRows rows) throws InterruptedException {
        while (running) {
            if (rows.lead()) {
                LOG.atInfo().log("outbox relay leads");
                return true;
            }
            signal.await(settings.candidacy());
        }
        return false;
    }

    private void relay(OutboxRows rows) throws InterruptedException {
        while (running) {
            var batch = rows.oldest(settings.batch());
            if (batch.isEmpty()) {
                signal.await(settings.poll());
            } else {
                send(rows, batch);
            }
        }
    }

    /** Everything before the first failure is gone for good; from there on all is sent again, so that order holds. */
    private void send(OutboxRows rows, List<Row> batch) {
        var acks = new ArrayList<CompletableFuture<?>>(batch.size());
        RuntimeException refusal = null;
        try {
            for (var row : batch) {
                acks.add(kafka.send(row.topic(), row.key().getBytes(StandardCharsets.UTF_8), row.value()));
            }
        } catch (RuntimeException notTaken) {
            refusal = notTaken;
        }
        var sent = 0;
        try {
            for (; sent < acks.size(); sent++) {
                acks.get(sent).join();
            }
        } catch (RuntimeException notAcked) {
            refusal = notAcked;
        }
        if (sent > 0) {
            rows.delete(batch.subList(0, sent));
        }
        if (refusal != null) {
            throw refusal;
        }
    }

    private Duration rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
        var next = pause.multipliedBy(2);
        return next.compareTo(settings.longestPause()) < 0 ? next : settings.longestPause();
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("outbox-relay").start(this);
    }

    @Override
    public void stop() {
        running = false;
        signal.ring();
        var relaying = thread;
        if (relaying != null) {
            try {
                if (!relaying.join(settings.patienceAtStop())) {
                    relaying.interrupt();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Outlives web and listeners, which may still append while they stop; goes before the producers do. */
    @Override
    public int getPhase() {
        return 0;
    }
}
