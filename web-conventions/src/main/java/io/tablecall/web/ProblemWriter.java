package io.tablecall.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers every failure, wherever it happened, with {@code application/problem+json}. */
final class ProblemWriter implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemWriter.class);
    private static final String CHALLENGE = "Basic realm=\"tablecall\", charset=\"UTF-8\"";

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        var response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        var problem = Problems.of(failure);
        if (problem.getStatus() == HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            log.atError()
                    .addKeyValue("requestId", response.getHeaders().getFirst(RequestId.HEADER))
                    .setCause(failure)
                    .log("request failed unexpectedly");
        }
        if (failure instanceof ErrorResponse answer) {
            response.getHeaders().putAll(answer.getHeaders());
        }
        return write(exchange, problem);
    }

    Mono<Void> unauthorized(ServerWebExchange exchange, Exception ignored) {
        exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        return write(exchange, Problems.problem(HttpStatus.UNAUTHORIZED, "credentials are missing or wrong"));
    }

    Mono<Void> forbidden(ServerWebExchange exchange, Exception ignored) {
        return write(exchange, Problems.problem(HttpStatus.FORBIDDEN, "these credentials do not allow this"));
    }

    Mono<Void> write(ServerWebExchange exchange, ProblemDetail problem) {
        var response = exchange.getResponse();
        var id = response.getHeaders().getFirst(RequestId.HEADER);
        if (id != null) {
            problem.setProperty("requestId", id);
        }
        var body = json.writeValueAsBytes(problem);
        response.setRawStatusCode(problem.getStatus());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }
}
