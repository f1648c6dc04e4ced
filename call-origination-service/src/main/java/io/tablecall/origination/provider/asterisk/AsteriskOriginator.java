package io.tablecall.origination.provider.asterisk;

import io.tablecall.origination.call.CallId;
import io.tablecall.origination.provider.Dial;
import io.tablecall.origination.provider.Origination;
import io.tablecall.origination.provider.Originator;
import io.tablecall.origination.provider.ProviderHttp;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Dials through ARI under our own channel id, which makes a second request harmless only while the first call lives. */
final class AsteriskOriginator implements Originator {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final WebClient http;
    private final AsteriskProperties settings;
    private final StasisApp app;

    AsteriskOriginator(WebClient http, AsteriskProperties settings) {
        this.http = http;
        this.settings = settings;
        this.app = new StasisApp(http, settings);
    }

    @Override
    public String provider() {
        return "asterisk";
    }

    @Override
    public Mono<Origination> originate(Dial dial) {
        return settings.dialplanMode()
                ? post(dial)
                : app.status()
                        .map(Optional::of)
                        .onErrorReturn(Optional.empty())
                        .flatMap(status -> status.filter(found -> found == 200).isPresent()
                                ? post(dial)
                                : Mono.just(notDialled(status)));
    }

    /** Nobody would take the answered call. While the app reconnects that passes; any other status is Asterisk's trouble. */
    private static Origination notDialled(Optional<Integer> status) {
        return status.filter(found -> found == 404).isPresent()
                ? new Origination.Busy(PAUSE)
                : new Origination.Refused(
                        "Asterisk cannot be asked about our app",
                        status.map(String::valueOf).orElse(null),
                        true);
    }

    private Mono<Origination> post(Dial dial) {
        return http.post()
                .uri("/channels")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(ChannelRequest.of(dial, settings))
                .exchangeToMono(response -> read(response, dial.call()))
                .timeout(settings.timeout())
                .onErrorResume(failure -> Mono.just(ProviderHttp.unanswered(failure)));
    }

    /** A 404 is no witness: Asterisk forgets an id as soon as its channel is gone. */
    @Override
    public Mono<Boolean> knows(CallId call) {
        return http.get()
                .uri("/channels/{id}", call.toString())
                .exchangeToMono(response ->
                        response.releaseBody().thenReturn(response.statusCode().value() == 200))
                .timeout(settings.timeout())
                .onErrorReturn(false);
    }

    @Override
    public Mono<Void> hangUp(CallId call) {
        return http.delete()
                .uri("/channels/{id}", call.toString())
                .exchangeToMono(response -> {
                    int status = response.statusCode().value();
                    return status == 404 || response.statusCode().is2xxSuccessful()
                            ? response.releaseBody()
                            : response.<Void>createError();
                })
                .timeout(settings.timeout());
    }

    private static Mono<Origination> read(ClientResponse response, CallId call) {
        int status = response.statusCode().value();
        if (status == 500) {
            return response.bodyToMono(Failure.class)
                    .onErrorReturn(Failure.SILENCE)
                    .defaultIfEmpty(Failure.SILENCE)
                    .map(AsteriskOriginator::failed);
        }
        return response.releaseBody().thenReturn(meaning(status, call));
    }

    private static Origination meaning(int status, CallId call) {
        return switch (status) {
            case 200, 409 -> new Origination.Placed(call.toString());
            case 429 -> new Origination.Busy(PAUSE);
            case 404 -> new Origination.Refused("Asterisk is not ready for calls", "404", true);
            case 401, 403 -> new Origination.Refused("Asterisk does not let us dial", Integer.toString(status), true);
            case 400, 422 -> new Origination.Refused("Asterisk refused the call", Integer.toString(status), false);
            default -> new Origination.Unclear("HTTP " + status);
        };
    }

    /** "Allocation failed" is said before anything is dialled; every other 500 leaves us in doubt. */
    private static Origination failed(Failure failure) {
        return "Allocation failed".equals(failure.error())
                ? new Origination.Refused("Asterisk has no such endpoint or no capacity", "500", true)
                : new Origination.Unclear("HTTP 500");
    }

    private record Failure(@Nullable String error) {
        private static final Failure SILENCE = new Failure(null);
    }
}
