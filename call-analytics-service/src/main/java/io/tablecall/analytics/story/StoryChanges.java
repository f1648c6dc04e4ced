package io.tablecall.analytics.story;

import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * Tells readers that stories may have changed; what changed they read from the rows. Another replica's changes are
 * noticed within a second.
 */
@Component
public class StoryChanges {

    private static final Duration NOTICE = Duration.ofSeconds(1);

    private final Sinks.Many<Long> signals = Sinks.many().multicast().directBestEffort();

    void signal() {
        signals.emitNext(0L, Sinks.EmitFailureHandler.busyLooping(Duration.ofMillis(100)));
    }

    /** A signal at once, then after each change and at least every second; signals nobody had time for are dropped. */
    public Flux<Long> signals() {
        return Flux.merge(signals.asFlux(), Flux.interval(Duration.ZERO, NOTICE))
                .onBackpressureLatest();
    }
}
