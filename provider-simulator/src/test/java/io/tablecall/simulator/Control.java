package io.tablecall.simulator;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The simulator's back door, from the test's side. */
public final class Control {

    private final WebTestClient http;

    public Control(int port) {
        http = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    /** A clean slate: no call of an earlier test is left to use up a fault. */
    public void reset() {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::allCallsAreOver);
        http.delete().uri("/simulator/faults").exchange().expectStatus().isNoContent();
        http.delete().uri("/simulator/originates").exchange().expectStatus().isNoContent();
        settings("{}");
    }

    private boolean allCallsAreOver() {
        for (var call : get("/simulator/calls")) {
            if (!call.has("endedAt") || call.path("endedAt").isNull()) return false;
        }
        return true;
    }

    public void settings(String json) {
        http.put()
                .uri("/simulator/settings")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json)
                .exchange()
                .expectStatus()
                .isOk();
    }

    public void fault(String fault, String provider, String kind) {
        var body = kind.isEmpty()
                ? "{\"fault\":\"%s\",\"provider\":\"%s\",\"times\":1}".formatted(fault, provider)
                : "{\"fault\":\"%s\",\"provider\":\"%s\",\"times\":1,\"kind\":\"%s\"}".formatted(fault, provider, kind);
        http.post()
                .uri("/simulator/faults")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isCreated();
    }

    public int rings(String number) {
        return get("/simulator/originates?number=" + number).size();
    }

    public JsonNode get(String path) {
        var body = http.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult();
        var json = body.getResponseBody();
        return json == null ? MissingNode.getInstance() : json;
    }
}
