package io.tablecall.origination.dial;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.tablecall.origination.provider.Origination;
import io.tablecall.origination.provider.Originator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * One provider's way out. Claims no more than it can ask for at once, rests while the provider is down or says "too
 * fast", and is blind to the troubles of the other providers.
 */
final class Lane {

    private static final Logger log = LoggerFactory.getLogger(Lane.class);
    private static final Duration SPIN = Duration.ofMillis(100);

    private final Originator originator;
    private final CircuitBreaker breaker;
    private final Claim claim;
    private final Dialling dialling;
    private final InstantSource clock;
    private final int width;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Sinks.Many<Boolean> wakes = Sinks.many().multicast().directBestEffort();
    private volatile Instant pausedUntil = Instant.MIN;

    Lane(
            Originator originator,
            CircuitBreaker breaker,
            Claim claim,
            Dialling dialling,
            InstantSource clock,
            int width) {
        this.originator = originator;
        this.breaker = breaker;
        this.claim = claim;
        this.dialling = dialling;
        this.clock = clock;
        this.width = width;
    }

    /** Rounds never overlap; a wake during a round leads to another one. */
    Disposable open(Duration poll) {
        return Flux.merge(wakes.asFlux(), Flux.interval(Duration.ZERO, poll).map(_ -> true))
                .onBackpressureLatest()
                .concatMap(_ -> drain(), 1)
                .subscribe();
    }

    void wake() {
        wakes.emitNext(true, Sinks.EmitFailureHandler.busyLooping(SPIN));
    }

    boolean isIdle() {
        return inFlight.get() == 0;
    }

    private Mono<Void> drain() {
        return round().repeat().takeWhile(more -> more).then().onErrorResume(failure -> {
            log.atWarn()
                    .addKeyValue("provider", originator.provider())
                    .setCause(failure)
                    .log("round of dials failed, the next one tries again");
            return Mono.empty();
        });
    }

    private Mono<Boolean> round() {
        return Mono.defer(() -> {
            int room = room();
            if (room == 0) {
                return Mono.just(false);
            }
            return claim.take(originator.provider(), room)
                    .doOnError(_ -> giveBack(room))
                    .map(judged -> {
                        giveBack(room - judged.ring().size());
                        judged.ring().forEach(this::start);
                        return judged.looked() == room;
                    });
        });
    }

    private int room() {
        if (clock.instant().isBefore(pausedUntil)) {
            return 0;
        }
        int free = width - inFlight.get();
        int granted = 0;
        while (granted < free && breaker.tryAcquirePermission()) {
            granted++;
        }
        return granted;
    }

    private void giveBack(int permissions) {
        for (int i = 0; i < permissions; i++) {
            breaker.releasePermission();
        }
    }

    private void start(DueAttempt due) {
        inFlight.incrementAndGet();
        long asked = breaker.getCurrentTimestamp();
        dialling.dial(originator, due)
                .doOnNext(answer -> judge(answer, breaker.getCurrentTimestamp() - asked))
                .doOnError(_ -> breaker.releasePermission())
                .doFinally(_ -> {
                    inFlight.decrementAndGet();
                    wake();
                })
                .subscribe(
                        _ -> {},
                        failure -> log.atError()
                                .addKeyValue("callId", due.attempt().call())
                                .setCause(failure)
                                .log("provider's answer could not be written, the call will count as unclear"));
    }

    private void judge(Origination answer, long took) {
        TimeUnit unit = breaker.getTimestampUnit();
        switch (answer) {
            case Origination.Placed _ -> breaker.onSuccess(took, unit);
            case Origination.Busy(var pause) -> {
                pausedUntil = clock.instant().plus(pause);
                breaker.onSuccess(took, unit);
            }
            case Origination.Refused refused
            when refused.outage() -> breaker.onError(took, unit, new ProviderTrouble(refused.reason()));
            case Origination.Refused _ -> breaker.onSuccess(took, unit);
            case Origination.Unclear(var reason) -> breaker.onError(took, unit, new ProviderTrouble(reason));
        }
    }

    /** What the circuit breaker counts as the provider's fault. */
    private static final class ProviderTrouble extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ProviderTrouble(String reason) {
            super(reason, null, false, false);
        }
    }
}
