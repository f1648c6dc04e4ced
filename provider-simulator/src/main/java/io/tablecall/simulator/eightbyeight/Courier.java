package io.tablecall.simulator.eightbyeight;

import io.tablecall.simulator.Pace;
import io.tablecall.simulator.control.Fault;
import io.tablecall.simulator.control.Faults;
import io.tablecall.simulator.control.Provider;
import io.tablecall.simulator.control.SettingsHolder;
import io.tablecall.simulator.eightbyeight.Webhooks.Registration;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Carries webhooks to the customer, over a road on which faults lie. */
@Component
class Courier {

    private static final Duration LATE = Duration.ofSeconds(3);
    private static final List<Integer> RETRIES_AFTER_SECONDS = List.of(1, 10, 30, 90);

    private final WebClient http = WebClient.create();
    private final Webhooks webhooks;
    private final Faults faults;
    private final SettingsHolder settings;
    private final Pace pace;

    Courier(Webhooks webhooks, Faults faults, SettingsHolder settings, Pace pace) {
        this.webhooks = webhooks;
        this.faults = faults;
        this.settings = settings;
        this.pace = pace;
    }

    boolean strikes(Fault fault, WebhookKind kind) {
        return webhooks.takes(kind) && faults.strikes(fault, Provider.EIGHT_BY_EIGHT, kind.name());
    }

    /** Brings a webhook whose answer does not matter; never fails, and does not retry. */
    Mono<Void> tell(WebhookKind kind, Object news) {
        return webhooks.active(kind)
                .map(to -> onTheRoad(kind, to, news, Mono.empty()).then().onErrorComplete())
                .orElse(Mono.empty());
    }

    /** Brings the summary, again and again until it is accepted or patience ends. */
    Mono<Void> tellUntilAccepted(Object summary) {
        var to = webhooks.active(WebhookKind.VSS);
        if (to.isEmpty()) return Mono.empty();
        var first = onTheRoad(WebhookKind.VSS, to.get(), summary, Mono.just(new byte[0]));
        if (!settings.now().retrySummaries()) return first.then().onErrorComplete();
        return Flux.fromIterable(RETRIES_AFTER_SECONDS)
                .map(Duration::ofSeconds)
                .map(wait -> pace.rest(wait).then(Mono.defer(() -> post(to.get(), summary))))
                .startWith(first)
                .concatMap(attempt -> attempt.onErrorComplete())
                .next()
                .then();
    }

    /** Brings a VCA and the customer's answer; fails when there is none in time, or not with 200. */
    Mono<byte[]> ask(Object question) {
        return webhooks.active(WebhookKind.VCA)
                .map(to -> onTheRoad(WebhookKind.VCA, to, question, Mono.never())
                        .timeout(settings.now().vcaPatience()))
                .orElse(Mono.error(new IllegalStateException("no VCA webhook registered")));
    }

    private Mono<byte[]> onTheRoad(WebhookKind kind, Registration to, Object news, Mono<byte[]> lost) {
        if (strikes(Fault.LOSE, kind)) return lost;
        var journey = post(to, news);
        if (strikes(Fault.DUPLICATE, kind)) {
            journey = journey.flatMap(answer -> post(to, news).onErrorComplete().thenReturn(answer));
        }
        return strikes(Fault.DELAY, kind) ? pace.rest(LATE).then(journey) : journey;
    }

    private Mono<byte[]> post(Registration to, Object news) {
        return http.post()
                .uri(to.url())
                .headers(headers -> {
                    if (to.httpAuthHeader() != null) headers.set(HttpHeaders.AUTHORIZATION, to.httpAuthHeader());
                })
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(news)
                .exchangeToMono(response -> response.statusCode().value() == 200
                        ? response.bodyToMono(byte[].class).defaultIfEmpty(new byte[0])
                        : response.releaseBody().then(Mono.error(new IllegalStateException("not accepted"))))
                .timeout(Duration.ofSeconds(10));
    }
}
