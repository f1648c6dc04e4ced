package io.tablecall.ingest.provider.asterisk;

import io.tablecall.ingest.provider.asterisk.link.LinkState;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import reactor.core.publisher.Mono;

/**
 * Not ready while calls may be in another state than we believe: from a lost connection until all are reconciled. An
 * Asterisk that stays away longer than tolerated must not take the other providers' webhooks with it.
 */
record AsteriskReadiness(Supplier<LinkState> link, Duration tolerance, InstantSource clock)
        implements ReactiveHealthIndicator {

    @Override
    public Mono<Health> health() {
        return Mono.fromSupplier(() -> {
            var state = link.get();
            var ready = switch (state.phase()) {
                case LIVE, STANDBY, UNAUTHORIZED, REPLACED -> true;
                case RECONCILING -> false;
                case CONNECTING -> state.since().plus(tolerance).isBefore(clock.instant());
            };
            return (ready ? Health.up() : Health.outOfService())
                    .withDetail("link", state.phase())
                    .build();
        });
    }
}
