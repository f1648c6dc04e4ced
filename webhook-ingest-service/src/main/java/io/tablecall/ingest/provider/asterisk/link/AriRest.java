package io.tablecall.ingest.provider.asterisk.link;

import io.tablecall.ingest.provider.asterisk.event.AriFrames;
import io.tablecall.ingest.provider.asterisk.event.Channel;
import io.tablecall.ingest.provider.asterisk.line.LineCommands;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException.NotFound;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.util.retry.Retry;

/**
 * Commands to Asterisk over a small pool of connections that stay: its listen backlog is ten, and a crowd of new
 * connections waits a second for a SYN to be sent again.
 */
public final class AriRest implements LineCommands, AutoCloseable {
    private static final int CONNECTIONS = 8;
    private static final int MOST_CHANNELS_BYTES = 32 * 1024 * 1024;

    private record EventType(String type) {}

    private record EventFilter(List<EventType> allowed) {}

    /** The events we act on; the rest, above all Varset and Dialplan, is more than a third of the traffic. */
    private static final EventFilter FILTER = new EventFilter(List.of(
                    "ApplicationReplaced",
                    "ChannelCreated",
                    "ChannelDestroyed",
                    "ChannelDtmfReceived",
                    "ChannelHangupRequest",
                    "ChannelStateChange",
                    "ChannelUserevent",
                    "Dial",
                    "PlaybackFinished",
                    "PlaybackStarted",
                    "StasisEnd",
                    "StasisStart")
            .stream()
            .map(EventType::new)
            .toList());

    private final ConnectionProvider pool;
    private final WebClient client;
    private final AriFrames frames = new AriFrames();
    private final String app;
    private final Duration patience;

    public AriRest(AriAddress address, Duration patience) {
        this.app = address.app();
        this.patience = patience;
        this.pool = ConnectionProvider.builder("ari")
                .maxConnections(CONNECTIONS)
                .pendingAcquireMaxCount(-1)
                .maxIdleTime(Duration.ofSeconds(10))
                .build();
        this.client = WebClient.builder()
                .baseUrl(address.rest())
                .defaultHeader(HttpHeaders.AUTHORIZATION, address.authorization())
                // A command that may have been done is not sent again: a prompt would be heard twice.
                .clientConnector(new ReactorClientHttpConnector(
                        HttpClient.create(pool).disableRetry(true).responseTimeout(patience)))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(MOST_CHANNELS_BYTES))
                .build();
    }

    /** Asterisk forgets it with the connection. */
    Mono<Void> filterEvents() {
        return done(client.put()
                .uri("/applications/{app}/eventFilter", app)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(FILTER));
    }

    Mono<List<Channel>> channels() {
        return client.get()
                .uri("/channels")
                .retrieve()
                .bodyToMono(String.class)
                .map(frames::channels)
                .timeout(patience);
    }

    @Override
    public void close() {
        pool.dispose();
    }

    @Override
    public Mono<Boolean> exists(String channelId) {
        return done(client.get().uri("/channels/{id}", channelId))
                .thenReturn(true)
                .onErrorResume(NotFound.class, _ -> Mono.just(false));
    }

    @Override
    public Mono<Void> answer(String channelId) {
        return done(client.post().uri("/channels/{id}/answer", channelId));
    }

    @Override
    public Mono<Void> play(String channelId, String playbackId, String media) {
        return done(client.post().uri("/channels/{id}/play/{playback}?media={media}", channelId, playbackId, media));
    }

    @Override
    public Mono<Void> stop(String playbackId) {
        return done(client.delete().uri("/playbacks/{id}", playbackId))
                .onErrorResume(NotFound.class, _ -> Mono.empty());
    }

    @Override
    public Mono<Void> hangUp(String channelId) {
        return done(client.delete().uri("/channels/{id}?reason=normal", channelId))
                .onErrorResume(NotFound.class, _ -> Mono.empty())
                .retryWhen(Retry.backoff(3, Duration.ofMillis(200)));
    }

    private Mono<Void> done(WebClient.RequestHeadersSpec<?> request) {
        return request.retrieve().toBodilessEntity().then().timeout(patience);
    }
}
