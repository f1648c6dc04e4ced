package io.tablecall.web;

import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/** The first to see a request and the last to see its answer: names it, bounds it, answers failures, logs one line. */
final class RequestFilter implements WebFilter, Ordered {

    private static final Logger log = LoggerFactory.getLogger("io.tablecall.web.access");

    private final ProblemWriter problems;
    private final InstantSource clock;
    private final Paths quiet;
    private final long maxBody;

    RequestFilter(ProblemWriter problems, InstantSource clock, WebProperties properties) {
        this.problems = problems;
        this.clock = clock;
        this.quiet = Paths.of(properties.quietPaths());
        this.maxBody = properties.maxBody().toBytes();
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var start = clock.instant();
        var request = exchange.getRequest();
        var id = RequestId.accept(request.getHeaders().getFirst(RequestId.HEADER));
        exchange.getResponse().getHeaders().set(RequestId.HEADER, id.value());
        var served = request.getHeaders().getContentLength() > maxBody
                ? Mono.<Void>error(new DataBufferLimitException("content length"))
                : chain.filter(exchange);
        return served.onErrorResume(failure -> problems.handle(exchange, failure))
                .doFinally(end -> log(exchange, id, Duration.between(start, clock.instant()), end))
                .contextWrite(id::into);
    }

    /** The path as its pattern, since a concrete one may carry a phone number. */
    private void log(ServerWebExchange exchange, RequestId id, Duration took, SignalType end) {
        var status = exchange.getResponse().getStatusCode();
        var good = end == SignalType.ON_COMPLETE && (status == null || !status.isError());
        var level = good && quiet.match(exchange) ? Level.DEBUG : Level.INFO;
        if (log.isEnabledForLevel(level)) {
            log.atLevel(level)
                    .addKeyValue("requestId", id.value())
                    .addKeyValue("method", exchange.getRequest().getMethod().name())
                    .addKeyValue("path", template(exchange))
                    .addKeyValue("status", end == SignalType.CANCEL ? "cancelled" : code(status))
                    .addKeyValue("ms", took.toMillis())
                    .log("request served");
        }
    }

    private static String template(ServerWebExchange exchange) {
        var pattern = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "unmatched" : pattern.toString();
    }

    private static Object code(@Nullable HttpStatusCode status) {
        return status == null ? 200 : status.value();
    }
}
