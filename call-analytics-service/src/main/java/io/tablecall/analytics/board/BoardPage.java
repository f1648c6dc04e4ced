package io.tablecall.analytics.board;

import io.tablecall.analytics.outcome.Outcomes;
import io.tablecall.analytics.story.CallStories;
import io.tablecall.analytics.story.CallStoryProjection;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** The pages staff watch: the live board, and one call's timeline. */
@Controller
class BoardPage {

    private static final int ROWS = 50;

    private final CallStories stories;
    private final CallStoryProjection projection;
    private final Outcomes outcomes;

    BoardPage(CallStories stories, CallStoryProjection projection, Outcomes outcomes) {
        this.stories = stories;
        this.projection = projection;
        this.outcomes = outcomes;
    }

    @GetMapping("/")
    Mono<Rendering> board(@RequestParam(defaultValue = "default") String tenant) {
        return board(tenant, "board");
    }

    /** The part of the board that changes, fetched anew by the page whenever a call changed. */
    @GetMapping("/board/live")
    Mono<Rendering> live(@RequestParam(defaultValue = "default") String tenant) {
        return board(tenant, "board :: live");
    }

    @GetMapping("/calls/{callId}")
    Mono<Rendering> call(@PathVariable String callId, @RequestParam(defaultValue = "default") String tenant) {
        return stories.find(tenant, callId)
                .zipWith(projection.timeline(tenant, callId).collectList())
                .map(found -> Rendering.view("call")
                        .modelAttribute("tenant", tenant)
                        .modelAttribute("call", found.getT1())
                        .modelAttribute("timeline", found.getT2())
                        .build())
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such call")));
    }

    private Mono<Rendering> board(String tenant, String view) {
        return Mono.zip(
                        stories.newest(tenant, null, ROWS).collectList(),
                        outcomes.totals(tenant).collectList())
                .map(found -> Rendering.view(view)
                        .modelAttribute("tenant", tenant)
                        .modelAttribute("calls", found.getT1())
                        .modelAttribute("totals", found.getT2())
                        .build());
    }
}
