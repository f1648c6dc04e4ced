package io.tablecall.notification.outcome;

import io.tablecall.notification.mail.OutcomeNews;
import io.tablecall.schemas.reservation.ReservationOutcome;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hears how confirmations ended and queues the mail; an outcome without an address tells nobody. */
@Configuration(proxyBeanMethods = false)
class OutcomeListener {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Bean
    Consumer<ReservationOutcome> outcome(Notifications notifications, InstantSource clock) {
        return heard -> {
            var address = heard.getRestaurantEmail();
            if (address != null) {
                notifications.queue(news(heard, address), clock.instant()).block(PATIENCE);
            }
        };
    }

    private static OutcomeNews news(ReservationOutcome heard, String address) {
        return new OutcomeNews(
                heard.getOutcomeId(),
                heard.getTenantId(),
                heard.getReservationId(),
                heard.getVersion(),
                heard.getOutcome().name(),
                heard.getConcludedAt(),
                heard.getAttempts(),
                heard.getReason(),
                heard.getReservationTime(),
                heard.getRestaurantName(),
                address,
                zone(heard.getRestaurantZone()),
                heard.getGuestName(),
                heard.getPartySize());
    }

    private static ZoneId zone(@Nullable String name) {
        return ZoneId.of(name == null ? "UTC" : name);
    }
}
