package io.tablecall.ingest.provider.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tablecall.ingest.provider.asterisk.link.LinkState;
import io.tablecall.ingest.provider.asterisk.link.LinkState.Phase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.health.contributor.Health;
import reactor.core.publisher.Mono;

class AsteriskHealthTest {
    private static final Instant SINCE = Instant.parse("2026-11-20T16:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "STANDBY, 0, UP, UP",
        "CONNECTING, 0, DOWN, OUT_OF_SERVICE",
        "CONNECTING, 61, DOWN, UP",
        "RECONCILING, 0, OUT_OF_SERVICE, OUT_OF_SERVICE",
        "RECONCILING, 61, OUT_OF_SERVICE, OUT_OF_SERVICE",
        "LIVE, 0, UP, UP",
        "UNAUTHORIZED, 0, DOWN, UP",
        "REPLACED, 0, DOWN, UP"
    })
    void not_ready_while_calls_may_differ_from_what_we_believe(
            Phase phase, long seconds, String health, String readiness) {
        var state = new LinkState(phase, SINCE);
        InstantSource clock = () -> SINCE.plusSeconds(seconds);

        assertThat(status(new AsteriskHealth(() -> state).health())).isEqualTo(health);
        assertThat(status(new AsteriskReadiness(() -> state, Duration.ofMinutes(1), clock).health()))
                .isEqualTo(readiness);
    }

    private static String status(Mono<Health> health) {
        return Objects.requireNonNull(health.toFuture().join()).getStatus().getCode();
    }
}
