package io.tablecall.simulator.eightbyeight;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tablecall.simulator.eightbyeight.Webhooks.Registration;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The account's settings: its webhooks, and the voices it may use. */
@RestController
@RequestMapping("/api/v1/subaccounts/{subAccountId}")
class WebhookEndpoint {

    private final Account account;
    private final Webhooks webhooks;
    private final JsonMapper json;
    private final InstantSource clock;

    WebhookEndpoint(Account account, Webhooks webhooks, JsonMapper json, InstantSource clock) {
        this.account = account;
        this.webhooks = webhooks;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping("/webhooks")
    Listing list(
            @PathVariable String subAccountId,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String token) {
        account.admit(token, subAccountId);
        return listing();
    }

    @PostMapping("/webhooks")
    Listing register(
            @PathVariable String subAccountId,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String token,
            @RequestBody(required = false) byte @Nullable [] body) {
        account.admit(token, subAccountId);
        webhooks.put(read(body == null ? new byte[0] : body));
        return listing();
    }

    @DeleteMapping("/webhooks/{type}")
    Removed remove(
            @PathVariable String subAccountId,
            @PathVariable String type,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String token) {
        account.admit(token, subAccountId);
        var gone = WebhookKind.named(type)
                .flatMap(webhooks::remove)
                .orElseThrow(() -> new Rejection(HttpStatus.NOT_FOUND, 404, "Webhook not found"));
        return new Removed(account.id(), gone.type(), gone.url(), false, gone.httpAuthHeader() != null, 0, "deleted");
    }

    @GetMapping("/speech-profiles")
    Voices voices(
            @PathVariable String subAccountId,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String token) {
        account.admit(token, subAccountId);
        return new Voices(SpeechProfile.ALL, 0, "ok");
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(Rejection no) {
        return ResponseEntity.status(no.status())
                .body(new Problem(
                        UUID.randomUUID().toString(),
                        Integer.toString(no.code()),
                        no.words(),
                        WireTime.millis(clock.instant())));
    }

    private Registration read(byte[] body) {
        try {
            var wish = json.readValue(body, Wish.class);
            var kind = WebhookKind.named(String.valueOf(wish.type()));
            if (kind.isPresent() && wish.url() != null && wish.url().matches("https?://[^\\s]+")) {
                return new Registration(kind.get(), URI.create(wish.url()), wish.isEnabled(), wish.httpAuthHeader());
            }
        } catch (JacksonException | IllegalArgumentException e) {
            throw Rejection.senseless(1001, "Invalid JSON request body");
        }
        throw Rejection.senseless(1001, "Invalid JSON request body");
    }

    private Listing listing() {
        var all = webhooks.all().stream()
                .map(each -> new Line(each.type(), each.url(), each.enabled(), each.httpAuthHeader() != null))
                .toList();
        return new Listing(account.id(), all.size(), all, 0, "ok");
    }

    private record Wish(
            @Nullable String type,
            @Nullable String url,
            @Nullable String httpAuthHeader,
            @Nullable Boolean enabled,
            @Nullable Boolean active) {

        boolean isEnabled() {
            if (enabled != null) return enabled;
            return active == null || active;
        }
    }

    record Line(WebhookKind type, URI url, boolean enabled, boolean httpAuthHeaderAvailable) {}

    record Listing(String subAccountId, int count, List<Line> webhooks, int statusCode, String statusMessage) {}

    record Removed(
            String subAccountId,
            WebhookKind type,
            URI url,
            boolean enabled,
            boolean httpAuthHeaderAvailable,
            int statusCode,
            String statusMessage) {}

    record Voices(List<SpeechProfile> speechProfiles, int statusCode, String statusMessage) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Problem(String errorId, String statusCode, String statusMessage, String timestamp) {}
}
