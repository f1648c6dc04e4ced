package io.tablecall.ingest.parking;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Lets those who come while a statement runs share the next one: the busier, the larger the batch, and no timer. */
final class Gathering<T> {

    private static final int LARGEST = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Function<List<T>, Mono<Void>> write;
    private final Queue<Entry<T>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean writing = new AtomicBoolean();

    Gathering(Function<List<T>, Mono<Void>> write) {
        this.write = write;
    }

    Mono<Void> add(T item) {
        var entry = new Entry<>(item, new CompletableFuture<>());
        waiting.add(entry);
        next();
        return Mono.fromFuture(entry.written(), true);
    }

    private void next() {
        if (waiting.isEmpty() || !writing.compareAndSet(false, true)) {
            return;
        }
        var batch = new ArrayList<Entry<T>>();
        for (var entry = waiting.poll(); entry != null; entry = batch.size() < LARGEST ? waiting.poll() : null) {
            batch.add(entry);
        }
        Mono.defer(() -> write.apply(batch.stream().map(Entry::item).toList()))
                .timeout(PATIENCE)
                .doFinally(_ -> {
                    writing.set(false);
                    next();
                })
                .subscribe(
                        _ -> {},
                        failure -> batch.forEach(entry -> entry.written().completeExceptionally(failure)),
                        () -> batch.forEach(entry -> entry.written().complete(null)));
    }

    private record Entry<T>(T item, CompletableFuture<Void> written) {}
}
