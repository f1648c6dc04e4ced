package io.tablecall.simulator.asterisk;

import io.tablecall.simulator.Connections;
import io.tablecall.simulator.Pace;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The event stream. */
@RestController
class EventsEndpoint {

    private final WebSocketService handshakes = new HandshakeWebSocketService(new ReactorNettyRequestUpgradeStrategy());
    private final Applications applications;
    private final Pace pace;

    EventsEndpoint(Applications applications, Pace pace) {
        this.applications = applications;
        this.pace = pace;
    }

    @GetMapping("/ari/events")
    Mono<Void> events(
            @RequestParam(name = "app", required = false) @Nullable String apps,
            @RequestParam(defaultValue = "false") boolean subscribeAll,
            ServerWebExchange exchange) {
        var request = exchange.getRequest();
        if (!"websocket".equalsIgnoreCase(request.getHeaders().getUpgrade())) {
            return refuse(exchange, HttpStatus.UPGRADE_REQUIRED);
        }
        if (apps == null || apps.isBlank()) return refuse(exchange, HttpStatus.BAD_REQUEST);
        var socket = new EventSocket(() -> Connections.reset(request));
        return handshakes.handleRequest(
                exchange, session -> stream(session, socket, List.of(apps.split(",")), subscribeAll));
    }

    private Mono<Void> stream(WebSocketSession session, EventSocket socket, List<String> apps, boolean all) {
        apps.forEach(app -> applications.attach(app, socket, all));
        var out = session.send(socket.frames()
                .concatMap(frame -> frame.late().isZero()
                        ? Mono.just(frame)
                        : pace.rest(frame.late()).thenReturn(frame))
                .map(frame -> session.textMessage(frame.text())));
        return Mono.firstWithSignal(out, session.receive().then()).doFinally(_ -> applications.detach(socket));
    }

    private static Mono<Void> refuse(ServerWebExchange exchange, HttpStatus status) {
        exchange.getResponse().setStatusCode(status);
        return exchange.getResponse().setComplete();
    }
}
