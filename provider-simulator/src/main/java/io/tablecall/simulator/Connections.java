package io.tablecall.simulator;

import io.netty.channel.ChannelOption;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.netty.http.server.HttpServerRequest;

/** Reaches below HTTP, for the failures HTTP has no word for. */
public final class Connections {

    private Connections() {}

    /** Resets the TCP connection a request came on; the client reads "connection reset". */
    public static void reset(ServerHttpRequest request) {
        HttpServerRequest below = ServerHttpRequestDecorator.getNativeRequest(request);
        below.withConnection(connection -> {
            connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
            connection.dispose();
        });
    }
}
