package io.tablecall.simulator.asterisk;

import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** One open event connection. Frames leave in the order they were sent, a late frame holding up those behind it. */
final class EventSocket {

    private final Sinks.Many<Frame> frames = Sinks.many().unicast().onBackpressureBuffer();
    private final Runnable breaker;

    EventSocket(Runnable breaker) {
        this.breaker = breaker;
    }

    record Frame(String text, Duration late) {}

    /** Callers take turns; the hub's lock sees to that. */
    void send(Frame frame) {
        frames.tryEmitNext(frame).orThrow();
    }

    Flux<Frame> frames() {
        return frames.asFlux();
    }

    /** Cuts the connection without a farewell. */
    void cut() {
        breaker.run();
    }
}
