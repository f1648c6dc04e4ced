package io.tablecall.kafka;

import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Carries rows from the outbox to Kafka, oldest first, and deletes what the broker has acknowledged. Of several
 * replicas one relays; another takes over when its connection ends. While the broker is away the rows stay.
 */
final class OutboxRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

    private final ConnectionFactory connections;
    private final OutboxDelivery delivery;
    private final OutboxSignal signal;
    private final KafkaConventionsProperties.Outbox settings;
    private volatile CountDownLatch stopping = new CountDownLatch(0);
    private @Nullable Thread thread;

    OutboxRelay(
            ConnectionFactory connections,
            OutboxDelivery delivery,
            OutboxSignal signal,
            KafkaConventionsProperties.Outbox settings) {
        this.connections = connections;
        this.delivery = delivery;
        this.signal = signal;
        this.settings = settings;
    }

    private void run() {
        var pause = settings.firstPause();
        try {
            while (isRunning()) {
                try (var rows = new OutboxRows(connections)) {
                    if (lead(rows)) {
                        pause = settings.firstPause();
                        relay(rows);
                    }
                } catch (RuntimeException lost) {
                    LOG.atWarn().setCause(lost).log("outbox relay lost its database");
                    pause = rest(pause);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean lead(OutboxRows rows) throws InterruptedException {
        while (isRunning()) {
            if (rows.lead()) {
                LOG.atInfo().log("outbox relay leads");
                return true;
            }
            stopping.await(settings.candidacy().toMillis(), TimeUnit.MILLISECONDS);
        }
        return false;
    }

    private void relay(OutboxRows rows) throws InterruptedException {
        var pause = settings.firstPause();
        while (isRunning()) {
            var batch = rows.oldest(settings.batch());
            if (batch.isEmpty()) {
                signal.await(settings.poll());
                continue;
            }
            var sent = delivery.deliver(batch);
            if (sent > 0) {
                rows.delete(batch.subList(0, sent));
            }
            pause = sent == batch.size() ? settings.firstPause() : rest(pause);
        }
    }

    /** Sleeps, unless told to stop, and says how long to sleep next time. */
    private Duration rest(Duration pause) throws InterruptedException {
        stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        var next = pause.multipliedBy(2);
        return next.compareTo(settings.longestPause()) < 0 ? next : settings.longestPause();
    }

    @Override
    public void start() {
        stopping = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("outbox-relay").start(this::run);
    }

    /** Lets the batch in hand be answered for, within reason. */
    @Override
    public void stop() {
        stopping.countDown();
        signal.ring();
        var relaying = thread;
        try {
            if (relaying != null && !relaying.join(settings.patienceAtStop())) {
                relaying.interrupt();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return stopping.getCount() > 0;
    }

    /** Outlives web and listeners, which may still append while they stop; goes before the producers do. */
    @Override
    public int getPhase() {
        return 0;
    }
}
