package io.tablecall.origination.dial;

import io.tablecall.origination.provider.Origination;
import io.tablecall.origination.provider.Originator;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/** Asks the provider for one committed dial, once, and writes down what it said. */
@Component
class Dialling {

    private static final Logger log = LoggerFactory.getLogger(Dialling.class);
    private static final int TRIES_TO_WRITE = 4;

    private final Requests requests;
    private final Answers answers;
    private final StaleCalls staleCalls;
    private final InstantSource clock;

    Dialling(Requests requests, Answers answers, StaleCalls staleCalls, InstantSource clock) {
        this.requests = requests;
        this.answers = answers;
        this.staleCalls = staleCalls;
        this.clock = clock;
    }

    /** Only the writing is tried again. Should that fail for good, the lease runs out and the call counts as unclear. */
    Mono<Origination> dial(Originator originator, DueAttempt due) {
        return Mono.fromCallable(() -> requests.dialFor(due, clock.instant()))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(dial -> originator.originate(dial).onErrorResume(failure -> {
                    log.atError()
                            .addKeyValue("callId", dial.call())
                            .setCause(failure)
                            .log("the adapter broke while dialling");
                    return Mono.just(new Origination.Unclear("the adapter broke"));
                }))
                .onErrorResume(failure -> {
                    log.atError()
                            .addKeyValue("callId", due.attempt().call())
                            .setCause(failure)
                            .log("the opening cannot be worded, nothing was dialled");
                    return Mono.just(new Origination.Refused("the opening cannot be worded", null, false));
                })
                .flatMap(answer -> answers.record(due.attempt(), answer)
                        .retryWhen(Retry.backoff(TRIES_TO_WRITE, Duration.ofMillis(100)))
                        .then(Mono.defer(() -> lookBack(due, answer)))
                        .thenReturn(answer))
                .doOnNext(answer -> log.atInfo()
                        .addKeyValue("callId", due.attempt().call())
                        .addKeyValue("reservationId", due.attempt().reservation())
                        .addKeyValue("provider", originator.provider())
                        .addKeyValue("answer", answer.getClass().getSimpleName())
                        .log("provider answered the dial"));
    }

    /** The booking may have moved on while the provider was asked. Should this fail, the sweep does it. */
    private Mono<Void> lookBack(DueAttempt due, Origination answer) {
        return answer instanceof Origination.Placed
                ? staleCalls.hangUp(due.attempt().call()).onErrorComplete()
                : Mono.empty();
    }
}
