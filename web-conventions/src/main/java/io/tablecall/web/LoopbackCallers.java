package io.tablecall.web;

import java.util.List;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Callers on this machine asking for an opened path. The connection's own peer address decides; what a request says of
 * its origin only ever takes the privilege away, since a relayed request is not a local one.
 */
final class LoopbackCallers implements ServerWebExchangeMatcher {

    private static final List<String> SIGNS_OF_A_RELAY =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

    private final Paths opened;

    LoopbackCallers(Paths opened) {
        this.opened = opened;
    }

    @Override
    public Mono<MatchResult> matches(ServerWebExchange exchange) {
        return opened.match(exchange) && isLocal(exchange.getRequest()) ? MatchResult.match() : MatchResult.notMatch();
    }

    private static boolean isLocal(ServerHttpRequest request) {
        var headers = request.getHeaders();
        if (SIGNS_OF_A_RELAY.stream().anyMatch(headers::containsHeader)) {
            return false;
        }
        var peer = request.getRemoteAddress();
        return peer != null && peer.getAddress() != null && peer.getAddress().isLoopbackAddress();
    }
}
