package io.tablecall.origination.dial;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.tablecall.origination.OriginationProperties;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

/** Keeps one lane open for each provider while the service runs; on the way down lets asked dials be answered. */
@Component
class Dispatcher implements SmartLifecycle, DialSignal {

    private static final Duration LAST_ANSWERS = Duration.ofSeconds(10);

    private final List<Lane> lanes;
    private final Duration poll;
    private volatile Disposable running = Disposables.disposed();

    Dispatcher(
            Originators originators,
            CircuitBreakerRegistry breakers,
            Claim claim,
            Dialling dialling,
            OriginationProperties settings,
            InstantSource clock) {
        this.poll = settings.pollInterval();
        this.lanes = originators.all().stream()
                .map(originator -> new Lane(
                        originator,
                        breakers.circuitBreaker(originator.provider()),
                        claim,
                        dialling,
                        clock,
                        settings.maxDialsInFlight()))
                .toList();
    }

    @Override
    public void attemptPlanned() {
        lanes.forEach(Lane::wake);
    }

    @Override
    public void start() {
        var open = Disposables.composite();
        lanes.forEach(lane -> open.add(lane.open(poll)));
        running = open;
    }

    @Override
    public void stop() {
        running.dispose();
    }

    @Override
    public void stop(Runnable callback) {
        stop();
        Flux.interval(Duration.ZERO, Duration.ofMillis(50))
                .takeUntil(_ -> lanes.stream().allMatch(Lane::isIdle))
                .take(LAST_ANSWERS)
                .doFinally(_ -> callback.run())
                .subscribe();
    }

    @Override
    public boolean isRunning() {
        return !running.isDisposed();
    }
}
