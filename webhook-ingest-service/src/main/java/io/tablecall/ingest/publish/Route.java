package io.tablecall.ingest.publish;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides for each parcel between broker and inbox. The courier's thread alone calls it.
 *
 * <p>Straight to the broker is the rule. Once the broker fails or keeps silent, everything under way and everything after
 * goes through the inbox, until the forwarder has emptied it: so records of a key never overtake one another. When the
 * inbox fails too, order gives way to durability and the broker gets another chance.
 */
final class Route {

    private static final Logger log = LoggerFactory.getLogger(Route.class);
    private static final long SILENCE = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);
    private static final Duration WRITE_PATIENCE = Duration.ofSeconds(1);
    private static final int LARGEST_WRITE = 500;

    private final Broker broker;
    private final Inbox inbox;
    private final Serializer<SpecificRecord> serializer;
    private final Runnable wake;
    private final Deque<Parcel> underWay = new ArrayDeque<>();
    private final Deque<Parcel> diverted = new ArrayDeque<>();
    private final Deque<Parcel> kept = new ArrayDeque<>();
    private boolean diverting = true;
    private long brokerPause = System.nanoTime();
    private long inboxPause = System.nanoTime();
    private long keptPause = System.nanoTime();
    private volatile boolean brokerFailed;
    private volatile @Nullable Write write;

    Route(Broker broker, Inbox inbox, Serializer<SpecificRecord> serializer, Runnable wake) {
        this.broker = broker;
        this.inbox = inbox;
        this.serializer = serializer;
        this.wake = wake;
    }

    void take(Parcel parcel) {
        if (brokerFailed) {
            watchBroker(); // the next one would block as long again
        }
        if (inboxDown() && !over(brokerPause)) {
            refuse(parcel, null);
        } else if (!diverting || inboxDown()) {
            send(parcel);
        } else {
            diverted.add(parcel);
        }
    }

    /** Sees to what has happened since. */
    void tend() {
        settleWrite();
        watchBroker();
        if (!kept.isEmpty() && over(keptPause)) {
            kept.forEach(parcel -> parcel.refusedByInbox(false));
            diverted.addAll(kept);
            kept.clear();
        }
        if (write == null && !diverted.isEmpty() && !inboxDown()) {
            startWrite();
        }
        if (diverting && write == null && diverted.isEmpty() && kept.isEmpty() && inbox.empty() && over(brokerPause)) {
            diverting = false;
            log.atInfo().log("facts go straight to the broker");
        }
    }

    boolean busy() {
        return !underWay.isEmpty() || !diverted.isEmpty() || write != null;
    }

    private void send(Parcel parcel) {
        try {
            var records = parcel.encoded(serializer);
            parcel.sent(records.size(), System.nanoTime());
            underWay.add(parcel);
            for (var encoded : records) {
                if (brokerFailed) {
                    break; // each further one would block as long again
                }
                broker.send(encoded, (_, failure) -> {
                    if (failure == null) {
                        parcel.acknowledged();
                    } else {
                        brokerFailed = true;
                        wake.run();
                    }
                });
            }
        } catch (RuntimeException failure) {
            log.atDebug().setCause(failure).log("record not sent");
            if (underWay.peekLast() == parcel) {
                brokerFailed = true;
            } else {
                refuse(parcel, failure);
            }
        }
    }

    private void watchBroker() {
        while (!underWay.isEmpty() && underWay.getFirst().done()) {
            underWay.removeFirst();
        }
        boolean silent =
                !underWay.isEmpty() && System.nanoTime() - underWay.getFirst().sentNanos() > SILENCE;
        if (silent || brokerFailed) {
            brokerFailed = false;
            divert();
        }
    }

    private void divert() {
        if (!diverting) {
            log.atWarn().addKeyValue("parcels", underWay.size()).log("broker does not answer, facts go to the inbox");
        }
        diverting = true;
        brokerPause = System.nanoTime() + PAUSE;
        for (var parcel : underWay) {
            if (parcel.done()) {
                continue;
            }
            if (parcel.refusedByInbox() || inboxDown()) {
                refuse(parcel, null);
            } else {
                diverted.add(parcel);
            }
        }
        underWay.clear();
    }

    private void startWrite() {
        var parcels = new ArrayList<Parcel>();
        var records = new ArrayList<Encoded>();
        while (!diverted.isEmpty() && records.size() < LARGEST_WRITE) {
            var parcel = diverted.removeFirst();
            try {
                records.addAll(parcel.encoded(serializer));
                parcels.add(parcel);
            } catch (RuntimeException failure) {
                refuse(parcel, failure);
            }
        }
        if (parcels.isEmpty()) {
            return;
        }
        var started = new Write(parcels);
        write = started;
        inbox.write(records)
                .timeout(WRITE_PATIENCE)
                .subscribe(_ -> {}, failure -> finish(started, failure), () -> finish(started, null));
    }

    private void finish(Write done, @Nullable Throwable failure) {
        if (failure == null) {
            done.parcels.forEach(Parcel::written);
        }
        done.failure = failure;
        done.over = true;
        wake.run();
    }

    private void settleWrite() {
        var settled = write;
        if (settled == null || !settled.over) {
            return;
        }
        write = null;
        if (settled.failure != null) {
            log.atWarn().setCause(settled.failure).log("inbox does not take facts");
            inboxPause = System.nanoTime() + PAUSE;
            settled.parcels.forEach(this::lastChance);
            while (!diverted.isEmpty()) {
                lastChance(diverted.removeFirst());
            }
        }
    }

    /** Once one of them has made the broker fail, the others need not wait for it as well. */
    private void lastChance(Parcel parcel) {
        parcel.refusedByInbox(true);
        if (brokerFailed) {
            refuse(parcel, null);
        } else {
            send(parcel);
        }
    }

    private void refuse(Parcel parcel, @Nullable Throwable why) {
        if (parcel.kept()) {
            keptPause = System.nanoTime() + PAUSE;
            kept.add(parcel);
        } else {
            parcel.refused(
                    why == null
                            ? new NotDurable("neither broker nor inbox answers")
                            : new NotDurable("not durable", why));
        }
    }

    private boolean inboxDown() {
        return !over(inboxPause);
    }

    private static boolean over(long nanos) {
        return System.nanoTime() - nanos >= 0;
    }

    /** One statement under way. */
    private static final class Write {
        private final List<Parcel> parcels;
        private volatile boolean over;
        private volatile @Nullable Throwable failure;

        Write(List<Parcel> parcels) {
            this.parcels = parcels;
        }
    }
}
