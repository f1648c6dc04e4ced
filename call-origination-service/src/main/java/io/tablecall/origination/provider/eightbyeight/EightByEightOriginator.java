package io.tablecall.origination.provider.eightbyeight;

import io.tablecall.origination.provider.Dial;
import io.tablecall.origination.provider.Origination;
import io.tablecall.origination.provider.Originator;
import io.tablecall.origination.provider.ProviderHttp;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Dials through {@code POST /callflows}. 8x8 knows no idempotency key and no look-up, so doubt stays doubt. */
final class EightByEightOriginator implements Originator {

    private static final Duration WHEN_NOT_TOLD = Duration.ofSeconds(30);
    private static final int DTMF_URL_MISSING = -1004;
    private static final int SOURCE_NOT_ALLOWED = -1014;
    private static final int UNKNOWN_ERROR = -9999;
    private static final Set<Integer> OUR_ACCOUNT = Set.of(401, 403, 404, DTMF_URL_MISSING, SOURCE_NOT_ALLOWED);

    private final WebClient http;
    private final EightByEightProperties settings;

    EightByEightOriginator(WebClient http, EightByEightProperties settings) {
        this.http = http;
        this.settings = settings;
    }

    @Override
    public String provider() {
        return "8x8";
    }

    @Override
    public Mono<Origination> originate(Dial dial) {
        EightByEightCallflow callflow;
        try {
            callflow = EightByEightCallflow.of(dial, settings::voiceFor);
        } catch (IllegalArgumentException unspeakable) {
            return Mono.just(new Origination.Refused(String.valueOf(unspeakable.getMessage()), null, false));
        }
        return http.post()
                .uri("/callflows")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(callflow)
                .exchangeToMono(EightByEightOriginator::read)
                .timeout(settings.timeout())
                .onErrorResume(failure -> Mono.just(ProviderHttp.unanswered(failure)));
    }

    private static Mono<Origination> read(ClientResponse response) {
        int status = response.statusCode().value();
        return switch (status) {
            case 200 ->
                response.bodyToMono(Answer.class)
                        .map(EightByEightOriginator::accepted)
                        .defaultIfEmpty(new Origination.Unclear("200 without a body"));
            case 400, 401, 403, 404, 422 ->
                response.bodyToMono(Answer.class)
                        .onErrorReturn(Answer.SILENCE)
                        .defaultIfEmpty(Answer.SILENCE)
                        .map(answer -> refused(status, answer));
            case 429 -> response.releaseBody().thenReturn(new Origination.Busy(retryAfter(response)));
            default -> response.releaseBody().thenReturn(new Origination.Unclear("HTTP " + status));
        };
    }

    private static Origination accepted(Answer answer) {
        if ("CREATED".equals(answer.sessionStatus())
                && answer.sessionId() != null
                && !answer.sessionId().isBlank()) {
            return new Origination.Placed(answer.sessionId());
        }
        return "NOT_CREATED".equals(answer.sessionStatus()) && answer.statusCode() != null
                ? refused(200, answer)
                : new Origination.Unclear("200 that is not a created session");
    }

    private static Origination refused(int status, Answer answer) {
        int code = answer.statusCode() == null ? status : answer.statusCode();
        if (code == UNKNOWN_ERROR || code >= 500) {
            return new Origination.Unclear("8x8 error " + code);
        }
        return new Origination.Refused(
                "8x8 refused the call",
                Integer.toString(code),
                OUR_ACCOUNT.contains(code) || OUR_ACCOUNT.contains(status));
    }

    private static Duration retryAfter(ClientResponse response) {
        var seconds = response.headers().header(HttpHeaders.RETRY_AFTER).stream()
                .filter(text -> text.matches("\\d{1,5}"))
                .findFirst();
        return seconds.map(text -> Duration.ofSeconds(Long.parseLong(text))).orElse(WHEN_NOT_TOLD);
    }

    /** What we read of 8x8's answer; its message is left out because it may repeat the number. */
    private record Answer(
            @Nullable String sessionStatus,
            @Nullable String sessionId,
            @Nullable Integer statusCode) {
        private static final Answer SILENCE = new Answer(null, null, null);
    }
}
