package io.tablecall.ingest.provider.asterisk.link;

import java.util.concurrent.CompletableFuture;

/** The right to be the one client of an Asterisk application among our replicas. May wait; never on an event loop. */
public interface Ownership {

    /** True when it is ours now, or was already. */
    boolean take();

    /** Completes when the ownership taken last is no longer certain. */
    CompletableFuture<Void> lost();

    void release();
}
