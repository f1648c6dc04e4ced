package io.tablecall.localstack;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** Several things at once, all or none. */
final class Parallel {

    private Parallel() {}

    /** Waits for all tasks; the first failure runs {@code undo}, which makes the others give up, and is thrown. */
    static void run(Runnable undo, List<Runnable> tasks) {
        var failure = new AtomicReference<RuntimeException>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var task : tasks) {
                threads.execute(() -> {
                    try {
                        task.run();
                    } catch (RuntimeException e) {
                        if (failure.compareAndSet(null, e)) {
                            undo.run();
                        }
                    }
                });
            }
        }
        var first = failure.get();
        if (first != null) {
            throw first;
        }
    }
}
