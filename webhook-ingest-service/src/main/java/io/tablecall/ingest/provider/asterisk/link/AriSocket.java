package io.tablecall.ingest.provider.asterisk.link;

import java.io.Closeable;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One event connection. Reads as fast as Asterisk writes, which cuts off who does not; pings, for Asterisk never does,
 * and a peer that stays silent is dead. Every connection is a new TCP connection: after a refused handshake a reused one
 * may still carry a stale reply.
 */
final class AriSocket implements WebSocket.Listener, Closeable {

    /** How an attempt to connect came out. */
    sealed interface Opening {
        record Opened(AriSocket socket) implements Opening {}

        record Refused(int status) implements Opening {}

        record Unreachable(Throwable why) implements Opening {}
    }

    /** Why a connection is over. */
    enum Ending {
        DROPPED,
        PEER_DEAD,
        OVERRUN,
        REPLACED,
        NOT_OURS_ANY_MORE,
        STOPPED
    }

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0).asReadOnlyBuffer();

    private final Inlet inlet;
    private final HttpClient client;
    private final CompletableFuture<Ending> ended = new CompletableFuture<>();
    private final StringBuilder fragments = new StringBuilder();
    private volatile long heardAt = System.nanoTime();
    private volatile @Nullable WebSocket webSocket;

    private AriSocket(Inlet inlet, HttpClient client) {
        this.inlet = inlet;
        this.client = client;
    }

    static Opening open(AriAddress address, Inlet inlet, LinkTimings timings) {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timings.connect())
                .build();
        var socket = new AriSocket(inlet, client);
        try {
            socket.webSocket = client.newWebSocketBuilder()
                    .connectTimeout(timings.connect())
                    .header("Authorization", address.authorization())
                    .buildAsync(address.events(), socket)
                    .join();
        } catch (CompletionException e) {
            socket.close();
            return e.getCause() instanceof WebSocketHandshakeException refused
                    ? new Opening.Refused(refused.getResponse().statusCode())
                    : new Opening.Unreachable(e.getCause() == null ? e : e.getCause());
        }
        Thread.ofVirtual().name("ari-ping").start(() -> socket.pingEvery(timings.ping(), timings.deadAfter()));
        return new Opening.Opened(socket);
    }

    CompletableFuture<Ending> ended() {
        return ended;
    }

    void end(Ending why) {
        ended.complete(why);
    }

    @Override
    public void onOpen(WebSocket opened) {
        opened.request(Long.MAX_VALUE);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        heardAt = System.nanoTime();
        if (!last) {
            fragments.append(data);
            return null;
        }
        var frame =
                fragments.isEmpty() ? data.toString() : fragments.append(data).toString();
        fragments.setLength(0);
        if (!inlet.offer(frame)) ended.complete(Ending.OVERRUN);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        heardAt = System.nanoTime();
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        ended.complete(Ending.DROPPED);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        ended.complete(Ending.DROPPED);
    }

    @Override
    public void close() {
        ended.complete(Ending.STOPPED);
        var open = webSocket;
        if (open != null) open.abort();
        client.shutdownNow();
    }

    private void pingEvery(Duration interval, Duration deadAfter) {
        while (!over(interval)) {
            if (System.nanoTime() - heardAt > deadAfter.toNanos()) ended.complete(Ending.PEER_DEAD);
            var open = webSocket;
            // A ping that cannot be sent shows as silence soon enough.
            if (open != null) {
                var _ = open.sendPing(NOTHING.duplicate()).exceptionally(_ -> open);
            }
        }
    }

    private boolean over(Duration within) {
        try {
            ended.get(within.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (ExecutionException | InterruptedException e) {
            return true;
        }
    }
}
