package io.tablecall.ingest.provider.eightbyeight;

import io.micrometer.observation.ObservationPredicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;

/** A webhook is counted where it is handled; observing each request as well would cost as much as reading its body. */
@Configuration(proxyBeanMethods = false)
class UnobservedWebhooks {

    @Bean
    ObservationPredicate webhooksAreNotObserved() {
        return (_, context) -> !(context instanceof ServerRequestObservationContext observed && isWebhook(observed));
    }

    private static boolean isWebhook(ServerRequestObservationContext observed) {
        var request = observed.getCarrier();
        return request != null && request.getPath().value().startsWith("/api/webhooks/");
    }
}
