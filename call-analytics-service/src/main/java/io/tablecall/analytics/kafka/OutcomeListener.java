package io.tablecall.analytics.kafka;

import io.tablecall.analytics.outcome.ConfirmationOutcome;
import io.tablecall.analytics.outcome.Outcomes;
import io.tablecall.schemas.reservation.ReservationOutcome;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hears how confirmations ended, a poll at a time. */
@Configuration(proxyBeanMethods = false)
class OutcomeListener {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Bean
    Consumer<List<ReservationOutcome>> outcome(Outcomes outcomes) {
        return heard -> outcomes.remember(
                        heard.stream().map(OutcomeListener::from).toList())
                .block(PATIENCE);
    }

    private static ConfirmationOutcome from(ReservationOutcome heard) {
        return new ConfirmationOutcome(
                heard.getOutcomeId(),
                heard.getTenantId(),
                heard.getReservationId(),
                heard.getVersion(),
                heard.getOutcome().name(),
                heard.getAttempts(),
                heard.getRestaurantId(),
                heard.getRestaurantName(),
                heard.getConcludedAt());
    }
}
