package io.tablecall.localstack;

import java.time.Duration;

/** Hears of each part as it starts. */
interface StartListener {
    StartListener SILENT = (_, _) -> {};

    void started(Part part, Duration took);

    /** Starts the part and tells how long it took. */
    default void timing(Part part) {
        var began = System.nanoTime();
        part.start();
        started(part, Duration.ofNanos(System.nanoTime() - began));
    }
}
