package io.tablecall.analytics.story;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps {@code call_story} true. Safe to run twice, late, or backwards: it retells the whole story of each call it heard
 * something new of. A batch costs a fixed number of statements, however many facts it holds.
 */
@Component
public class CallStoryProjection {

    private final FactLog log;
    private final CallStories stories;
    private final StoryChanges changes;
    private final TransactionalOperator transaction;

    CallStoryProjection(FactLog log, CallStories stories, StoryChanges changes, TransactionalOperator transaction) {
        this.log = log;
        this.stories = stories;
        this.changes = changes;
        this.transaction = transaction;
    }

    /** Applies a batch; completes when it is committed. */
    public Mono<Void> apply(List<CallFact> facts) {
        if (facts.isEmpty()) {
            return Mono.empty();
        }
        return log.append(facts)
                .flatMap(calls -> calls.isEmpty() ? Mono.empty() : retell(calls))
                .as(transaction::transactional)
                .then(Mono.fromRunnable(changes::signal));
    }

    private Mono<Void> retell(List<String> calls) {
        return log.of(calls)
                .collectList()
                .map(heard -> heard.stream().collect(groupingBy(CallFact::callId)).values().stream()
                        .map(CallStory::of)
                        .toList())
                .flatMap(stories::save);
    }

    /** One call's timeline in order; empty when nothing was heard of it in this tenant. */
    public Flux<Timeline> timeline(String tenant, String callId) {
        return log.of(List.of(callId))
                .filter(fact -> fact.tenantId().equals(tenant))
                .sort(CallStory.IN_ORDER)
                .map(fact -> new Timeline(
                        fact.at(),
                        fact.happening().told(),
                        fact.happening() instanceof Happening.Asked asked ? asked.prompt() : null,
                        fact.provenance()));
    }
}
