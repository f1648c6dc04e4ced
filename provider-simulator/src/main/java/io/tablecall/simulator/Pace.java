package io.tablecall.simulator;

import java.time.Duration;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Turns the durations of a real telephone call into how long the simulator takes for them. */
public final class Pace {

    private static final Duration WORD = Duration.ofMillis(350);
    private static final Duration LONGEST_PROMPT = Duration.ofSeconds(20);

    private final double factor;

    Pace(double factor) {
        this.factor = factor;
    }

    /** How long a synthetic voice needs for this text. */
    public static Duration spoken(String text) {
        var words = text.isBlank() ? 0 : text.strip().split("\\s+").length;
        return shorter(WORD.multipliedBy(words), LONGEST_PROMPT);
    }

    public static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Completes when that much of the call's time has gone by. */
    public Mono<Void> rest(Duration callTime) {
        return Mono.delay(real(callTime)).then();
    }

    /** Runs the step after that much of the call's time, off the caller's thread. */
    public Disposable after(Duration callTime, Runnable step) {
        return Mono.delay(real(callTime), Schedulers.parallel()).subscribe(_ -> step.run());
    }

    /** How much of the call's time goes by in that much real time. */
    public Duration asCallTime(Duration real) {
        return Duration.ofNanos(Math.round(real.toNanos() * factor));
    }

    public Duration real(Duration callTime) {
        return Duration.ofNanos(Math.round(callTime.toNanos() / factor));
    }
}
