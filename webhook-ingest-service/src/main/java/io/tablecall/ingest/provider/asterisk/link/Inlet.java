package io.tablecall.ingest.provider.asterisk.link;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Between the socket, which must never wait, and those who work the frames off. Bounded by what the frames weigh until
 * their work is done.
 */
final class Inlet {
    record Item(String frame, @Nullable CompletableFuture<Void> marker) {}

    private final BlockingQueue<Item> items = new LinkedBlockingQueue<>();
    private final AtomicLong weight = new AtomicLong();
    private final long limit;

    Inlet(long limitBytes) {
        this.limit = limitBytes;
    }

    /** False when there is no room: then events are being lost, and only a new connection brings back the truth. */
    boolean offer(String frame) {
        if (weight.addAndGet(frame.length()) > limit) {
            weight.addAndGet(-frame.length());
            return false;
        }
        return items.add(new Item(frame, null));
    }

    void done(String frame) {
        weight.addAndGet(-frame.length());
    }

    /** Completes when all that came before has been taken out. */
    CompletableFuture<Void> marker() {
        var passed = new CompletableFuture<Void>();
        items.add(new Item("", passed));
        return passed;
    }

    Item take() throws InterruptedException {
        return items.take();
    }
}
