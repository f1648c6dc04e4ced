package io.tablecall.analytics.board;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tablecall.analytics.outcome.Outcomes;
import io.tablecall.analytics.story.CallStatus;
import io.tablecall.analytics.story.CallStories;
import io.tablecall.analytics.story.CallStory;
import io.tablecall.analytics.story.CallStoryProjection;
import io.tablecall.analytics.story.StoryChanges;
import io.tablecall.analytics.story.Timeline;
import io.tablecall.web.BadInput;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Calls as programs read them. Numbers are masked. */
@RestController
@RequestMapping("/api")
@Tag(name = "Calls", description = "What became of each call, and the changes as they happen")
class CallsEndpoint {

    private static final int MOST = 500;

    private final CallStories stories;
    private final CallStoryProjection projection;
    private final StoryChanges changes;
    private final Outcomes outcomes;

    CallsEndpoint(CallStories stories, CallStoryProjection projection, StoryChanges changes, Outcomes outcomes) {
        this.stories = stories;
        this.projection = projection;
        this.changes = changes;
        this.outcomes = outcomes;
    }

    /** A call and its timeline. */
    record CallWithTimeline(CallStory call, List<Timeline> timeline) {}

    @GetMapping("/calls")
    @Operation(summary = "The newest calls first")
    Flux<CallStory> calls(
            @RequestParam(defaultValue = "default") String tenant,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new BadInput("/limit", "must be 1 to " + MOST);
        }
        return stories.newest(tenant, status == null ? null : statusNamed(status), limit);
    }

    @GetMapping("/calls/{callId}")
    @Operation(summary = "One call with its timeline")
    Mono<CallWithTimeline> call(@PathVariable String callId, @RequestParam(defaultValue = "default") String tenant) {
        return stories.find(tenant, callId)
                .zipWith(projection.timeline(tenant, callId).collectList(), CallWithTimeline::new)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such call")));
    }

    @GetMapping("/totals")
    @Operation(summary = "How many confirmations ended how")
    Flux<Outcomes.Total> totals(@RequestParam(defaultValue = "default") String tenant) {
        return outcomes.totals(tenant);
    }

    /** Each event's id is the number of the change, so a reader that comes back with it misses none. */
    @GetMapping(path = "/calls/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(summary = "Calls as they change; resumable by Last-Event-ID")
    Flux<ServerSentEvent<CallStory>> stream(
            @RequestParam(defaultValue = "default") String tenant,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastEventId) {
        Mono<Long> from = lastEventId == null ? stories.lastChange() : Mono.just(lastEventId);
        return from.flatMapMany(start -> {
            var seen = new AtomicLong(start);
            return changes.signals()
                    .concatMap(_ -> stories.changedSince(tenant, seen.get(), MOST), 1)
                    .doOnNext(changed -> seen.set(changed.change()))
                    .map(changed -> ServerSentEvent.builder(changed.story())
                            .id(Long.toString(changed.change()))
                            .event("call")
                            .build());
        });
    }

    private static CallStatus statusNamed(String word) {
        return CallStatus.of(word).orElseThrow(() -> new BadInput("/status", "must be one of " + CallStatus.words()));
    }
}
