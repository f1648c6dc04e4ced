package io.tablecall.ingest.provider.asterisk;

import io.tablecall.ingest.provider.asterisk.line.Lanes;
import io.tablecall.ingest.provider.asterisk.link.AriLink;
import org.springframework.context.SmartLifecycle;

/** Begins to listen when all else stands, and stops before anything that carries facts does. */
final class AsteriskLifecycle implements SmartLifecycle {
    private static final int AFTER_THE_COURIER = 100;

    private final AriLink link;
    private final Lanes lanes;
    private volatile boolean running;

    AsteriskLifecycle(AriLink link, Lanes lanes) {
        this.link = link;
        this.lanes = lanes;
    }

    @Override
    public void start() {
        running = true;
        link.start();
    }

    @Override
    public void stop() {
        link.stop();
        lanes.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return AFTER_THE_COURIER;
    }
}
