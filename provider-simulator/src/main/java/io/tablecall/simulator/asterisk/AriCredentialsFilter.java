package io.tablecall.simulator.asterisk;

import io.tablecall.simulator.SimulatorProperties;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets in who has the ARI user's name and password, as Basic or as {@code api_key}. */
@Component
class AriCredentialsFilter implements WebFilter {

    private static final String REFUSAL = "{\"message\":\"Authentication required\"}";

    private final String basic;
    private final String apiKey;

    AriCredentialsFilter(SimulatorProperties properties) {
        this.apiKey = properties.ariUsername() + ":" + properties.ariPassword();
        this.basic = "Basic " + Base64.getEncoder().encodeToString(apiKey.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!exchange.getRequest().getPath().value().startsWith("/ari/") || knows(exchange)) {
            return chain.filter(exchange);
        }
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatus.UNAUTHORIZED);
        response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Asterisk REST Interface\"");
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(REFUSAL.getBytes(StandardCharsets.UTF_8))));
    }

    private boolean knows(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return basic.equals(request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION))
                || apiKey.equals(request.getQueryParams().getFirst("api_key"));
    }
}
