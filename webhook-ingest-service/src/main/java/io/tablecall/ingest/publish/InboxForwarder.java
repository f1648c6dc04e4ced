package io.tablecall.ingest.publish;

import io.tablecall.ingest.publish.Inbox.Waiting;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Brings what waits in the inbox to the broker, in order, one replica at a time. */
@Component
class InboxForwarder implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(InboxForwarder.class);
    private static final int BATCH = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofMillis(200);
    private static final Duration LATER = Duration.ofSeconds(2);

    private final Inbox inbox;
    private final Broker broker;
    private final TransactionalOperator transaction;
    private final Scheduler scheduler = Schedulers.newBoundedElastic(1, 100, "inbox-forwarder");
    private volatile Disposable rounds = Disposables.disposed();

    InboxForwarder(Inbox inbox, Broker broker, TransactionalOperator transaction) {
        this.inbox = inbox;
        this.broker = broker;
        this.transaction = transaction;
    }

    @Override
    public void start() {
        rounds = Mono.defer(this::round)
                .timeout(PATIENCE.multipliedBy(3))
                .onErrorResume(failure -> {
                    log.atDebug().setCause(failure).log("inbox stays");
                    return Mono.just(false);
                })
                .flatMap(more -> more ? Mono.empty() : Mono.delay(inbox.empty() ? LATER : SOON, scheduler))
                .repeat()
                .subscribeOn(scheduler)
                .subscribe();
    }

    /** Whether there may be more at once. */
    private Mono<Boolean> round() {
        long seen = inbox.writes();
        return inbox.oldest(1).hasElements().flatMap(waiting -> {
            if (waiting) {
                return forward();
            }
            inbox.emptyAsOf(seen);
            return Mono.just(false);
        });
    }

    private Mono<Boolean> forward() {
        return inbox.claim()
                .filter(mine -> mine)
                .flatMap(_ -> inbox.oldest(BATCH).collectList())
                .flatMap(rows -> send(rows).then(inbox.remove(rows)).thenReturn(rows.size()))
                .as(transaction::transactional)
                .doOnNext(count -> log.atInfo().addKeyValue("records", count).log("inbox forwarded"))
                .map(_ -> true)
                .defaultIfEmpty(false);
    }

    /** The first alone: as long as it does not get through, the others need not try. */
    private Mono<Void> send(List<Waiting> rows) {
        if (rows.isEmpty()) {
            return Mono.empty();
        }
        return acknowledged(rows.subList(0, 1)).then(Mono.defer(() -> acknowledged(rows.subList(1, rows.size()))));
    }

    private Mono<Void> acknowledged(List<Waiting> rows) {
        return Mono.fromSupplier(() ->
                        rows.stream().map(row -> broker.send(row.encoded())).toList())
                .subscribeOn(scheduler)
                .flatMapMany(Flux::fromIterable)
                .concatMap(Mono::fromFuture)
                .then()
                .timeout(PATIENCE);
    }

    @Override
    public void stop() {
        rounds.dispose();
    }

    @Override
    public boolean isRunning() {
        return !rounds.isDisposed();
    }

    @Override
    public int getPhase() {
        return Courier.PHASE;
    }
}
