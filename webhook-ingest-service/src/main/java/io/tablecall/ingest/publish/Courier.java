package io.tablecall.ingest.publish;

import io.tablecall.kafka.AvroSerializer;
import io.tablecall.schemas.call.CallEvent;
import io.tablecall.schemas.provider.ProviderEvent;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Takes parcels from any thread without making it wait, and carries them one after another on a thread of its own, so
 * that what was handed over in order leaves in order and no event loop ever meets a blocking producer.
 */
@Component
class Courier implements CallFacts, SmartLifecycle {

    static final int PHASE = 0;

    private static final Logger log = LoggerFactory.getLogger(Courier.class);
    /** Under load the queue may never be empty: what has happened meanwhile is seen to all the same. */
    private static final int STRIDE = 64;

    private static final int MOST_WAITING = 20_000;
    private static final long NAP = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long FAREWELL_MILLIS = 5_000;

    private final ConcurrentLinkedQueue<Parcel> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger depth = new AtomicInteger();
    private final Broker broker;
    private final Route route;
    private volatile boolean asleep;
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    Courier(Broker broker, Inbox inbox, AvroSerializer serializer) {
        this.broker = broker;
        this.route = new Route(broker, inbox, serializer, this::wake);
    }

    @Override
    public Mono<Void> publish(@Nullable ProviderEvent raw, List<CallEvent> facts) {
        return take(new Parcel(raw, facts, false));
    }

    @Override
    public Mono<Void> keep(@Nullable ProviderEvent raw, List<CallEvent> facts) {
        return take(new Parcel(raw, facts, true));
    }

    private Mono<Void> take(Parcel parcel) {
        if (parcel.empty()) {
            return Mono.empty();
        }
        if (depth.incrementAndGet() > MOST_WAITING && !parcel.kept()) {
            depth.decrementAndGet();
            return Mono.error(new NotDurable("more facts are waiting than can be carried"));
        }
        waiting.add(parcel);
        wake();
        return Mono.fromFuture(parcel.durable(), true);
    }

    private void wake() {
        if (asleep) {
            asleep = false;
            LockSupport.unpark(thread);
        }
    }

    private void carry() {
        broker.warmUp();
        while (running || !waiting.isEmpty() || route.busy()) {
            try {
                int carried = 0;
                for (var parcel = waiting.poll(); parcel != null; parcel = carried < STRIDE ? waiting.poll() : null) {
                    depth.decrementAndGet();
                    route.take(parcel);
                    carried++;
                }
                route.tend();
                if (carried == 0) {
                    nap();
                }
            } catch (RuntimeException surprise) {
                log.atError().setCause(surprise).log("courier stumbled");
            }
        }
    }

    private void nap() {
        asleep = true;
        if (waiting.isEmpty()) {
            LockSupport.parkNanos(NAP);
        }
        asleep = false;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("courier").daemon(true).start(this::carry);
    }

    /** What was taken is carried to the end, if that can be done in a few seconds. */
    @Override
    public void stop() {
        running = false;
        var carrier = thread;
        if (carrier != null) {
            try {
                carrier.join(FAREWELL_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        broker.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
