package io.tablecall.origination.dial;

import io.tablecall.origination.OriginationProperties;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sees to it that every call ends, whoever forgot about it: a crashed process, a provider, a lost event. */
@Component
class Watchdog implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Watchdog.class);

    private final LostCalls lost;
    private final StaleCalls stale;
    private final Duration pause;
    private volatile Disposable running = Disposables.disposed();

    Watchdog(LostCalls lost, StaleCalls stale, OriginationProperties settings) {
        this.lost = lost;
        this.stale = stale;
        this.pause = settings.sweepInterval();
    }

    @Override
    public void start() {
        running = Flux.interval(Duration.ZERO, pause)
                .onBackpressureDrop()
                .concatMap(_ -> sweep(), 1)
                .subscribe();
    }

    private Mono<Void> sweep() {
        return lost.forsaken()
                .then(lost.vouchedFor())
                .then(stale.sweep())
                .then(lost.overdue())
                .onErrorResume(failure -> {
                    log.atWarn().setCause(failure).log("sweep failed, the next one tries again");
                    return Mono.empty();
                });
    }

    @Override
    public void stop() {
        running.dispose();
    }

    @Override
    public boolean isRunning() {
        return !running.isDisposed();
    }
}
