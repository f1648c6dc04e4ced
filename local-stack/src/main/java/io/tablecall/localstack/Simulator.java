package io.tablecall.localstack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The simulated providers, as seen by whoever sets them up and by whoever counts what they did. */
public final class Simulator {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI url;
    private final String subaccount;
    private final String apiKey;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    Simulator(URI url, String subaccount, String apiKey) {
        this.url = url;
        this.subaccount = subaccount;
        this.apiKey = apiKey;
    }

    /** A ring that a simulated provider agreed to make. */
    public record Ring(String provider, String number) {}

    private record Webhook(String type, String url, String httpAuthHeader, boolean enabled) {}

    public URI url() {
        return url;
    }

    /** Tells the simulated 8x8 where our webhooks are. */
    void registerWebhooks(URI ingest, String token) {
        for (var kind : List.of("VCA", "VSS", "VCS")) {
            var hook = new Webhook(kind, ingest + "/api/webhooks/" + kind.toLowerCase(Locale.ROOT), token, true);
            var answer = send(HttpRequest.newBuilder(url.resolve("/api/v1/subaccounts/" + subaccount + "/webhooks"))
                    .header("Authorization", "Bearer " + apiKey)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(hook))));
            if (answer.statusCode() != 200) {
                throw new PartFailed("the simulator refused the " + kind + " webhook: " + answer.body());
            }
        }
    }

    /** All rings so far, oldest first. */
    public List<Ring> rings() {
        return JSON.readerForListOf(Ring.class)
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(send(HttpRequest.newBuilder(url.resolve("/simulator/originates")))
                        .body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new PartFailed("the simulator does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted while asking the simulator", e);
        }
    }
}
