package io.tablecall.simulator.asterisk;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;
import reactor.core.Disposable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An ARI application: one event connection and the REST calls beside it. */
final class AriClient implements AutoCloseable {

    private static final Set<String> NOISE =
            Set.of("ChannelVarset", "ChannelDialplan", "DeviceStateChanged", "ChannelCallerId", "ChannelConnectedLine");

    final WebTestClient http;
    private final int port;
    private final String app;
    private final JsonMapper json = JsonMapper.builder().build();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private Disposable socket = () -> {};
    private volatile boolean closed = true;

    AriClient(int port, String app) {
        this.port = port;
        this.app = app;
        this.http = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:%d/ari".formatted(port))
                .defaultHeaders(headers -> headers.setBasicAuth("user", "pass"))
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    AriClient connected(boolean subscribeAll) {
        var address = URI.create("ws://127.0.0.1:%d/ari/events?app=%s&subscribeAll=%s&api_key=user:pass"
                .formatted(port, app, subscribeAll));
        socket = new ReactorNettyWebSocketClient()
                .execute(
                        address,
                        session -> session.receive()
                                .doOnSubscribe(_ -> closed = false)
                                .map(WebSocketMessage::getPayloadAsText)
                                .doOnNext(text -> events.add(json.readTree(text)))
                                .then())
                .onErrorComplete()
                .doFinally(_ -> closed = true)
                .subscribe();
        Awaitility.await().until(() -> !closed && isRegistered());
        return this;
    }

    boolean isClosed() {
        return closed;
    }

    boolean isRegistered() {
        return http.get()
                        .uri("/applications/" + app)
                        .exchange()
                        .returnResult(Void.class)
                        .getStatus()
                        .value()
                == 200;
    }

    WebTestClient.ResponseSpec originate(String body) {
        return http.post()
                .uri("/channels")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    void call(String channelId, String number) {
        originate("""
                {"endpoint":"PJSIP/%s@trunk","app":"%s","appArgs":"outbound","channelId":"%s","timeout":30,
                 "callerId":"\\"Contact Center\\" <+6560000000>","variables":{"CAMPAIGN_ID":"camp-7"}}""".formatted(number, app, channelId)).expectStatus().isOk();
    }

    void play(String channelId, String playbackId, String media) {
        http.post()
                .uri(builder -> builder.path("/channels/{id}/play/{playback}")
                        .queryParam("media", media)
                        .build(channelId, playbackId))
                .exchange()
                .expectStatus()
                .isCreated();
    }

    void hangUp(String channelId) {
        http.delete().uri("/channels/" + channelId).exchange().expectStatus().isNoContent();
    }

    JsonNode await(String type, String channelId) {
        return awaitNth(type, channelId, 1);
    }

    JsonNode awaitNth(String type, String channelId, int nth) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> of(type, channelId).size() >= nth);
        return of(type, channelId).get(nth - 1);
    }

    List<JsonNode> of(String type, String channelId) {
        return about(channelId).stream().filter(each -> type(each).equals(type)).toList();
    }

    List<JsonNode> about(String channelId) {
        return events.stream()
                .filter(each -> each.path("channel").path("id").asString("").equals(channelId)
                        || each.path("peer").path("id").asString("").equals(channelId)
                        || each.path("playback").path("target_uri").asString("").equals("channel:" + channelId))
                .toList();
    }

    /** What happened, without Asterisk's chatter; a Dial with its status. */
    List<String> story(String channelId) {
        return about(channelId).stream()
                .filter(each -> !NOISE.contains(type(each)))
                .map(each -> type(each) + suffix(each))
                .toList();
    }

    private static String suffix(JsonNode event) {
        return event.has("dialstatus") ? " " + event.path("dialstatus").asString("") : "";
    }

    static String type(JsonNode event) {
        return event.path("type").asString("");
    }

    List<JsonNode> events() {
        return events;
    }

    /** Leaves nobody on the line. */
    @Override
    public void close() {
        var left = http.get()
                .uri("/channels")
                .exchange()
                .returnResult(JsonNode.class)
                .getResponseBody();
        left.flatMapIterable(each -> each.isArray() ? each : List.of(each))
                .map(each -> each.path("id").asString(""))
                .toStream()
                .forEach(id -> http.delete().uri("/channels/" + id).exchange());
        socket.dispose();
        Awaitility.await().until(() -> !isRegistered());
    }
}
