package io.tablecall.simulator.eightbyeight;

import static org.awaitility.Awaitility.await;

import io.tablecall.simulator.RunningSimulator;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A customer of 8x8: orders calls, receives webhooks, answers VCAs from a list, and in the end always hangs up. */
final class Customer implements AutoCloseable {

    static final String HANG_UP = "{\"callflow\":[{\"action\":\"hangup\"}]}";
    static final String THANKS_AND_HANG_UP = """
            {"clientActionId":"step-2","callflow":[
              {"action":"say","params":{"text":"Thank you","voiceProfile":"en-US-BenjaminRUS"}},
              {"action":"hangup"}]}""";

    final WebTestClient http;
    private final JsonMapper json = JsonMapper.builder().build();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Deque<String> answers = new ArrayDeque<>();
    private final DisposableServer server;

    record Received(String kind, String authorization, JsonNode body) {
        JsonNode payload() {
            return body.path("payload");
        }
    }

    Customer(int port) {
        http = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:%d/api/v1/subaccounts/%s".formatted(port, RunningSimulator.ACCOUNT))
                .defaultHeaders(headers -> headers.setBearerAuth(RunningSimulator.KEY))
                .responseTimeout(Duration.ofSeconds(20))
                .build();
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.post(
                        "/{kind}",
                        (request, response) -> request.receive()
                                .aggregate()
                                .asString()
                                .flatMapMany(body -> {
                                    var kind = String.valueOf(request.param("kind"));
                                    received.add(new Received(
                                            kind,
                                            String.valueOf(
                                                    request.requestHeaders().get("Authorization")),
                                            json.readTree(body)));
                                    return response.sendString(Mono.just(kind.equals("VCA") ? next() : ""));
                                })))
                .bindNow();
    }

    Customer listeningTo(String... kinds) {
        for (var kind : List.of("VCS", "VCA", "VSS"))
            http.delete().uri("/webhooks/" + kind).exchange();
        for (var kind : kinds) register(kind);
        return this;
    }

    private void register(String kind) {
        http.post()
                .uri("/webhooks")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("""
                        {"type":"%s","url":"http://127.0.0.1:%d/%s","httpAuthHeader":"sesame","active":true}""".formatted(kind, server.port(), kind))
                .exchange()
                .expectStatus()
                .isOk();
    }

    synchronized Customer answering(String... replies) {
        answers.addAll(List.of(replies));
        return this;
    }

    private synchronized String next() {
        var answer = answers.poll();
        return answer == null ? HANG_UP : answer;
    }

    WebTestClient.ResponseSpec order(String body) {
        return http.post()
                .uri("/callflows")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    String call(String number) {
        var created = order(menu(number))
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult();
        var body = created.getResponseBody();
        if (body == null) throw new AssertionError("no body");
        return body.path("sessionId").stringValue();
    }

    static String menu(String number) {
        return "{\"callflow\":[{\"action\":\"makeCall\",\"params\":{\"source\":\"6561115777\",\"destination\":\"%s\"}},%s]}"
                .formatted(number, ask());
    }

    static String ask() {
        return """
               {"action":"sayAndCapture","params":{"promptMessage":"Press one to confirm, zero to cancel",
                "voiceProfile":"en-US-BenjaminRUS","repetition":1,"speed":1,"minDigits":1,"maxDigits":1,
                "digitTimeout":1000,"overallTimeout":2000,"completeOnHash":false,"noOfTries":2,
                "successMessage":null,"failureMessage":"Once more"}}""";
    }

    static String askAgain() {
        return "{\"clientActionId\":\"again\",\"callflow\":[" + ask() + "]}";
    }

    Received summary(String sessionId) {
        await().atMost(Duration.ofSeconds(20)).until(() -> !of(sessionId, "VSS").isEmpty());
        return of(sessionId, "VSS").getFirst();
    }

    List<Received> of(String sessionId, String kind) {
        return of(sessionId).stream().filter(each -> each.kind().equals(kind)).toList();
    }

    List<Received> of(String sessionId) {
        return received.stream()
                .filter(each -> each.payload().path("sessionId").asString("").equals(sessionId))
                .toList();
    }

    List<String> digits(String sessionId) {
        return of(sessionId, "VCA").stream()
                .map(each -> each.payload().path("eventData").path("dtmf").asString("none"))
                .toList();
    }

    List<Received> received() {
        return received;
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
