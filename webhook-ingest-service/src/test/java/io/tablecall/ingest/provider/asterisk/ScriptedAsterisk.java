package io.tablecall.ingest.provider.asterisk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;
import reactor.netty.resources.LoopResources;

/** ARI as far as a conversation needs it, doing as it is told. */
public final class ScriptedAsterisk implements AutoCloseable {
    public static final String APP = "tablecall";

    /** Its own, for a service that stops takes the shared ones with it. */
    private final LoopResources loops = LoopResources.create("asterisk", 1, true);

    private final DisposableServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Integer> callers = new CopyOnWriteArrayList<>();
    private final Map<String, String> channels = new ConcurrentHashMap<>();
    private final Set<String> playing = ConcurrentHashMap.newKeySet();
    private final Map<String, List<String>> unplayed = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<Integer> refusals = new CopyOnWriteArrayList<>();
    private final CopyOnWriteArrayList<Sinks.Many<WebSocketFrame>> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean mute;
    private volatile PlaybackEnd playbackEnd = PlaybackEnd.DONE;

    /** What becomes of a prompt. */
    public enum PlaybackEnd {
        DONE,
        FAILED,
        NEVER
    }

    public ScriptedAsterisk() {
        server = HttpServer.create()
                .runOn(loops)
                .host("127.0.0.1")
                .port(0)
                .handle(this::handle)
                .bindNow();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** Method, path and media of every command, in order. */
    public List<String> requests() {
        return requests;
    }

    public List<String> requests(String start) {
        return requests.stream().filter(request -> request.startsWith(start)).toList();
    }

    /** The client's port of every handshake. */
    public List<Integer> callers() {
        return callers;
    }

    public int connections() {
        return sockets.size();
    }

    public void refuseNext(int status) {
        refusals.add(status);
    }

    public void playbacksEnd(PlaybackEnd end) {
        playbackEnd = end;
    }

    /** Stays open and says nothing any more, like a peer whose cable was pulled. */
    public void playDead(boolean dead) {
        mute = dead;
    }

    public void drop() {
        sockets.getLast().tryEmitComplete();
    }

    public void hasChannel(String id, String state, String app) {
        channels.put(id, channel(id, state, app));
    }

    public void say(String type, String channelId, String state, String more) {
        say("{\"type\":\"%s\",\"timestamp\":\"%s\",\"application\":\"%s\",\"channel\":%s%s}"
                .formatted(type, now(), APP, channel(channelId, state, APP), more));
    }

    public void say(String frame) {
        if (!mute) emit(sockets.getLast(), new TextWebSocketFrame(frame));
    }

    public void sayInPieces(String frame) {
        var half = frame.length() / 2;
        var socket = sockets.getLast();
        emit(socket, new TextWebSocketFrame(false, 0, frame.substring(0, half)));
        emit(socket, new ContinuationWebSocketFrame(true, 0, Unpooled.copiedBuffer(frame.substring(half), UTF_8)));
    }

    private static void emit(Sinks.Many<WebSocketFrame> socket, WebSocketFrame frame) {
        socket.emitNext(frame, Sinks.EmitFailureHandler.busyLooping(Duration.ofSeconds(1)));
    }

    /** Every playback comes to its last sound. */
    public void playOn() {
        for (var id : List.copyOf(playing)) {
            var bar = id.indexOf('|');
            var playback = id.substring(bar + 1);
            for (var sound : unplayed.getOrDefault(playback, List.of()))
                sayStarted(id.substring(0, bar), playback, sound);
        }
    }

    public void finishPlaybacks() {
        for (var playback : List.copyOf(playing)) finish(playback, "done");
    }

    @Override
    public void close() {
        for (var socket : sockets) socket.tryEmitComplete();
        server.disposeNow();
        loops.dispose();
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        var uri = new QueryStringDecoder(request.uri());
        if (uri.path().equals("/ari/events")) return events(request, response);
        var media = uri.parameters().getOrDefault("media", List.of());
        requests.add(request.method() + " " + uri.path().substring("/ari".length())
                + (media.isEmpty() ? "" : " " + media.getFirst()));
        return request.receive()
                .aggregate()
                .asString()
                .defaultIfEmpty("")
                .flatMap(_ -> answer(request.method().name(), uri.path().substring(5), media, response));
    }

    private Mono<Void> answer(String method, String path, List<String> media, HttpServerResponse response) {
        var parts = path.split("/", -1);
        if (path.equals("channels"))
            return response.sendString(Mono.just("[" + String.join(",", channels.values()) + "]"))
                    .then();
        if (path.contains("/play/")) {
            play(parts[1], parts[3], media);
            return response.status(201).send().then();
        }
        if (parts[0].equals("playbacks"))
            return response.status(finish(parts[1], "done") ? 204 : 404).send().then();
        if (parts[0].equals("channels") && method.equals("GET"))
            return response.status(channels.containsKey(parts[1]) ? 200 : 404)
                    .send()
                    .then();
        return response.status(204).send().then();
    }

    private void play(String channelId, String playback, List<String> media) {
        playing.add(channelId + "|" + playback);
        var sounds = String.join(",", media).split(",", -1);
        unplayed.put(playback, List.of(sounds).subList(1, sounds.length));
        sayStarted(channelId, playback, sounds[0]);
        if (playbackEnd == PlaybackEnd.DONE)
            for (var sound : unplayed.get(playback)) sayStarted(channelId, playback, sound);
        switch (playbackEnd) {
            case DONE -> finish(playback, "done");
            case FAILED -> finish(playback, "failed");
            case NEVER -> {}
        }
    }

    private boolean finish(String playback, String state) {
        var known = playing.stream()
                .filter(id -> id.equals(playback) || id.endsWith("|" + playback))
                .findFirst();
        known.ifPresent(id -> {
            playing.remove(id);
            var at = id.indexOf('|');
            sayPlayback("PlaybackFinished", id.substring(0, at), id.substring(at + 1), state);
        });
        return known.isPresent();
    }

    private void sayStarted(String channelId, String playback, String media) {
        say(
                "{\"type\":\"PlaybackStarted\",\"timestamp\":\"%s\",\"playback\":{\"id\":\"%s\",\"media_uri\":\"%s\",\"target_uri\":\"channel:%s\",\"state\":\"playing\"}}"
                        .formatted(now(), playback, media, channelId));
    }

    private void sayPlayback(String type, String channelId, String playback, String state) {
        say(
                "{\"type\":\"%s\",\"timestamp\":\"%s\",\"playback\":{\"id\":\"%s\",\"target_uri\":\"channel:%s\",\"state\":\"%s\"}}"
                        .formatted(type, now(), playback, channelId, state));
    }

    private Publisher<Void> events(HttpServerRequest request, HttpServerResponse response) {
        callers.add(Objects.requireNonNull(request.remoteAddress()).getPort());
        @Nullable Integer refusal = refusals.isEmpty() ? null : refusals.removeFirst();
        if (refusal != null) return response.status(refusal).send();
        if (!"Basic YXJpdXNlcjphcmlwYXNz".equals(request.requestHeaders().get("Authorization")))
            return response.status(401).send();
        var spec = WebsocketServerSpec.builder().handlePing(true).build();
        return response.sendWebsocket(
                (in, out) -> {
                    Sinks.Many<WebSocketFrame> socket = Sinks.many().unicast().onBackpressureBuffer();
                    sockets.add(socket);
                    var pongs = in.receiveFrames()
                            .doOnNext(frame -> {
                                if (frame instanceof PingWebSocketFrame && !mute)
                                    emit(socket, new PongWebSocketFrame());
                            })
                            .onErrorComplete()
                            .then();
                    return out.sendObject(socket.asFlux()).then().or(pongs);
                },
                spec);
    }

    private static String channel(String id, String state, String app) {
        return "{\"id\":\"%s\",\"state\":\"%s\",\"creationtime\":\"2026-11-20T16:09:20.146+0000\",\"dialplan\":{\"app_name\":\"%s\",\"app_data\":\"%s,outbound\"}}"
                .formatted(id, state, app.isEmpty() ? "Read" : "Stasis", app);
    }

    private static String now() {
        return java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ")
                .format(java.time.OffsetDateTime.now(java.time.ZoneOffset.UTC));
    }
}
