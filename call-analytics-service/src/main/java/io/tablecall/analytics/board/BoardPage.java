package io.tablecall.analytics.board;

import io.swagger.v3.oas.annotations.Hidden;
import io.tablecall.analytics.outcome.Outcomes;
import io.tablecall.analytics.story.CallStories;
import io.tablecall.analytics.story.CallStoryProjection;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The pages staff watch: the live board, and one call's timeline. */
@Hidden
@RestController
@RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
class BoardPage {

    private static final int ROWS = 50;
    private static final Set<String> WHOLE = Set.of();

    private final CallStories stories;
    private final CallStoryProjection projection;
    private final Outcomes outcomes;
    private final Pages pages;

    BoardPage(CallStories stories, CallStoryProjection projection, Outcomes outcomes, Pages pages) {
        this.stories = stories;
        this.projection = projection;
        this.outcomes = outcomes;
        this.pages = pages;
    }

    @GetMapping("/")
    Mono<String> board(@RequestParam(defaultValue = "default") String tenant, ServerWebExchange exchange) {
        return board(tenant, WHOLE, exchange);
    }

    /** The part of the board that changes, fetched anew by the page whenever a call changed. */
    @GetMapping("/board/live")
    Mono<String> live(@RequestParam(defaultValue = "default") String tenant, ServerWebExchange exchange) {
        return board(tenant, Set.of("live"), exchange);
    }

    @GetMapping("/calls/{callId}")
    Mono<String> call(
            @PathVariable String callId,
            @RequestParam(defaultValue = "default") String tenant,
            ServerWebExchange exchange) {
        return stories.find(tenant, callId)
                .zipWith(projection.timeline(tenant, callId).collectList())
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such call")))
                .flatMap(found -> pages.render(
                        exchange,
                        "call",
                        WHOLE,
                        Map.of("tenant", tenant, "call", found.getT1(), "timeline", found.getT2())));
    }

    private Mono<String> board(String tenant, Set<String> part, ServerWebExchange exchange) {
        return Mono.zip(
                        stories.newest(tenant, null, ROWS).collectList(),
                        outcomes.totals(tenant).collectList())
                .flatMap(found -> pages.render(
                        exchange,
                        "board",
                        part,
                        Map.of("tenant", tenant, "calls", found.getT1(), "totals", found.getT2())));
    }
}
