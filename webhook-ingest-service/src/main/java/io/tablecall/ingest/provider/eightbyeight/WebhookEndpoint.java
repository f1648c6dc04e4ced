package io.tablecall.ingest.provider.eightbyeight;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tablecall.ingest.provider.eightbyeight.Webhook.Kind;
import io.tablecall.ingest.publish.NotDurable;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The door for 8x8's webhooks: turns away strangers, the oversized and the garbled before anything is published. */
@Component
class WebhookEndpoint {

    static final int LARGEST_BODY = 256 * 1024;
    private static final List<String> KEPT_HEADERS = List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.USER_AGENT);

    private final Authenticity authenticity;
    private final InCallAnswer answer;
    private final LineNews news;
    private final InstantSource clock;
    private final Counter turnedAway;

    WebhookEndpoint(
            Authenticity authenticity, InCallAnswer answer, LineNews news, InstantSource clock, MeterRegistry meters) {
        this.authenticity = authenticity;
        this.answer = answer;
        this.news = news;
        this.clock = clock;
        this.turnedAway = Counter.builder("tablecall.webhooks.turned.away")
                .tag("provider", Received.PROVIDER)
                .register(meters);
    }

    Mono<ServerResponse> vca(ServerRequest request) {
        return received(Kind.VCA, request)
                .flatMap(answer::to)
                .flatMap(reply -> ServerResponse.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(reply));
    }

    Mono<ServerResponse> vss(ServerRequest request) {
        return told(Kind.VSS, request);
    }

    Mono<ServerResponse> vcs(ServerRequest request) {
        return told(Kind.VCS, request);
    }

    private Mono<ServerResponse> told(Kind kind, ServerRequest request) {
        return received(kind, request)
                .flatMap(news::take)
                .onErrorMap(NotDurable.class, WebhookEndpoint::comeAgain)
                .then(Mono.defer(() -> ServerResponse.ok().build()));
    }

    private Mono<Received> received(Kind kind, ServerRequest request) {
        var headers = request.exchange().getRequest().getHeaders();
        var segment = request.pathVariables().get("token");
        if (!authenticity.proven(headers.getFirst(HttpHeaders.AUTHORIZATION), segment)) {
            turnedAway.increment();
            return Mono.error(new ErrorResponseException(HttpStatus.UNAUTHORIZED));
        }
        return DataBufferUtils.join(request.exchange().getRequest().getBody(), LARGEST_BODY)
                .map(buffer -> {
                    var bytes = new byte[buffer.readableByteCount()];
                    buffer.read(bytes);
                    DataBufferUtils.release(buffer);
                    return bytes;
                })
                .defaultIfEmpty(new byte[0])
                .map(body -> new Received(kind, body, kept(headers), clock.instant()));
    }

    private static Map<String, String> kept(HttpHeaders headers) {
        Map<String, String> kept = HashMap.newHashMap(KEPT_HEADERS.size());
        for (var name : KEPT_HEADERS) {
            var value = headers.getFirst(name);
            if (value != null) {
                kept.put(name, value);
            }
        }
        return kept;
    }

    private static ErrorResponseException comeAgain(NotDurable cause) {
        var unavailable = new ErrorResponseException(HttpStatus.SERVICE_UNAVAILABLE, cause);
        unavailable.getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
        return unavailable;
    }
}
