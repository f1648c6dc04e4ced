package io.tablecall.ingest.provider.asterisk;

import io.tablecall.ingest.provider.asterisk.link.LinkState;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import reactor.core.publisher.Mono;

/** Whether Asterisk is to be heard; names what an operator can mend. */
record AsteriskHealth(Supplier<LinkState> link) implements ReactiveHealthIndicator {

    @Override
    public Mono<Health> health() {
        return Mono.fromSupplier(() -> {
            var state = link.get();
            var health = switch (state.phase()) {
                case LIVE, STANDBY -> Health.up();
                case RECONCILING -> Health.outOfService();
                case CONNECTING -> Health.down();
                case UNAUTHORIZED -> Health.down().withDetail("check", "ARI_USERNAME, ARI_PASSWORD");
                case REPLACED -> Health.down().withDetail("check", "ARI_APP is used by another client");
            };
            return health.withDetail("link", state.phase())
                    .withDetail("since", state.since().toString())
                    .build();
        });
    }
}
