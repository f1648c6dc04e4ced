package io.tablecall.origination.provider.asterisk;

import java.time.Duration;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Whether anybody takes the calls of our Stasis app. If not, Asterisk still rings the guest, and drops whoever answers. */
final class StasisApp {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Mono<Integer> status;

    StasisApp(WebClient http, AsteriskProperties settings) {
        this.status = http.get()
                .uri("/applications/{app}", settings.app())
                .exchangeToMono(response ->
                        response.releaseBody().thenReturn(response.statusCode().value()))
                .timeout(settings.timeout())
                .cache(_ -> FRESH, _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    /** The HTTP status of the app, as it was a moment ago at most: 200 when it is taken care of, 404 when it is not. */
    Mono<Integer> status() {
        return status;
    }
}
