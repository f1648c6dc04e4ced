package io.tablecall.origination.dial;

import io.tablecall.origination.OriginationProperties;
import io.tablecall.origination.call.CallFacts;
import io.tablecall.origination.outcome.Conclusions;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes due attempts, judges each at this instant and commits those that may ring, all in one transaction. */
@Component
class Claim {

    private final Queue queue;
    private final DialRule rule;
    private final CallFacts facts;
    private final Requests requests;
    private final Conclusions conclusions;
    private final OriginationProperties settings;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    Claim(
            Queue queue,
            DialRule rule,
            CallFacts facts,
            Requests requests,
            Conclusions conclusions,
            OriginationProperties settings,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.queue = queue;
        this.rule = rule;
        this.facts = facts;
        this.requests = requests;
        this.conclusions = conclusions;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Once this is told, the attempts to {@link Judged#ring} are committed, and nobody else will dial them. */
    Mono<Judged> take(String provider, int limit) {
        return Mono.defer(() -> {
            var now = clock.instant();
            return queue.head(provider, limit, now)
                    .map(due -> Judged.of(due, rule, now))
                    .flatMap(judged -> settle(judged, now).thenReturn(judged))
                    .as(transaction::transactional);
        });
    }

    private Mono<Void> settle(Judged judged, Instant now) {
        var calls = judged.ring().stream().map(due -> due.attempt().call()).toList();
        var endsBy = now.plus(settings.maxCallDuration()).plus(settings.watchdogGrace());
        return queue.dialling(calls, now, now.plus(settings.lease()), endsBy)
                .thenMany(Flux.fromIterable(judged.ring()))
                .concatMap(due -> facts.requested(due.attempt(), requests.factOf(due.confirmation()), now))
                .then(queue.postpone(judged.later(), judged.laterDue()))
                .then(queue.fence(judged.overtaken()))
                .thenMany(Flux.fromIterable(judged.never()))
                .concatMap(end -> conclusions.conclude(end.confirmation(), end.conclusion(), now))
                .then();
    }
}
