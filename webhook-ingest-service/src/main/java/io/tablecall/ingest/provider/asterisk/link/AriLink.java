package io.tablecall.ingest.provider.asterisk.link;

import io.tablecall.ingest.provider.asterisk.line.Switchboard;
import io.tablecall.ingest.provider.asterisk.link.AriSocket.Ending;
import io.tablecall.ingest.provider.asterisk.link.AriSocket.Opening;
import io.tablecall.ingest.provider.asterisk.link.LinkState.Phase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the one connection to an Asterisk for as long as we own it: connects, sets the filter, reconciles, listens, and
 * begins again. A life of waiting, so it has a thread of its own.
 */
public final class AriLink {
    private static final Logger log = LoggerFactory.getLogger(AriLink.class);
    private static final int UNAUTHORIZED = 401;

    private final AriAddress address;
    private final AriRest rest;
    private final Ownership ownership;
    private final Switchboard switchboard;
    private final LinkTimings timings;
    private final InstantSource clock;
    private final Inlet inlet;
    private final Backoff backoff;
    private final Intake intake;
    private volatile LinkState state;
    private volatile @Nullable AriSocket socket;
    private @Nullable Thread thread;

    public AriLink(
            AriAddress address,
            AriRest rest,
            Ownership ownership,
            Switchboard switchboard,
            LinkTimings timings,
            long inletBytes,
            InstantSource clock) {
        this.address = address;
        this.rest = rest;
        this.ownership = ownership;
        this.switchboard = switchboard;
        this.timings = timings;
        this.clock = clock;
        this.inlet = new Inlet(inletBytes);
        this.backoff = new Backoff(timings.backoffFirst(), timings.backoffMost(), RandomGenerator.getDefault());
        this.intake = new Intake(inlet, switchboard, this::replaced);
        this.state = new LinkState(Phase.CONNECTING, clock.instant());
    }

    public LinkState state() {
        return state;
    }

    public synchronized void start() {
        intake.start();
        thread = Thread.ofVirtual().name("ari-link").start(this::live);
    }

    public synchronized void stop() {
        if (thread != null) thread.interrupt();
        try {
            if (thread != null) thread.join(timings.connect());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        intake.stop();
    }

    private void live() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    ownOrWait();
                } catch (RuntimeException e) {
                    log.atError().setCause(e).log("link to Asterisk failed, beginning again");
                    waitAfter(e.getClass().getSimpleName());
                }
            }
        } catch (InterruptedException stopped) {
            log.atInfo().log("link to Asterisk ends");
        } finally {
            var open = socket;
            if (open != null) open.close();
            switchboard.leave();
            ownership.release();
        }
    }

    private void ownOrWait() throws InterruptedException {
        if (ownership.take()) {
            own();
        } else {
            enter(Phase.STANDBY);
            Thread.sleep(timings.standby());
        }
    }

    private void own() throws InterruptedException {
        while (!ownership.lost().isDone()) {
            enter(Phase.CONNECTING);
            switchboard.connecting();
            switch (AriSocket.open(address, inlet, timings)) {
                case Opening.Opened(var opened) -> {
                    if (!serve(opened)) return;
                }
                case Opening.Refused(var status)
                when status == UNAUTHORIZED -> {
                    enter(Phase.UNAUTHORIZED);
                    log.atError().log("Asterisk refuses ARI_USERNAME and ARI_PASSWORD");
                    Thread.sleep(timings.misconfigured());
                }
                case Opening.Refused(var status) -> waitAfter("refused with " + status);
                case Opening.Unreachable(var why) -> waitAfter(why.getClass().getSimpleName());
            }
        }
        switchboard.leave();
        log.atWarn().log("ownership of Asterisk lost");
    }

    /** False when the ownership is gone with the connection. */
    private boolean serve(AriSocket opened) throws InterruptedException {
        socket = opened;
        try (opened) {
            var _ = ownership.lost().thenRun(() -> opened.end(Ending.NOT_OURS_ANY_MORE));
            enter(Phase.RECONCILING);
            try {
                reconcile(opened);
            } catch (ExecutionException | TimeoutException e) {
                if (!opened.ended().isDone()) {
                    waitAfter("not reconciled: " + e.getClass().getSimpleName());
                    return true;
                }
            }
            return after(opened.ended().get());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            socket = null;
        }
    }

    private void reconcile(AriSocket opened) throws InterruptedException, ExecutionException, TimeoutException {
        var millis = timings.reconcile().toMillis();
        rest.filterEvents().toFuture().get(millis, TimeUnit.MILLISECONDS);
        var channels = rest.channels().toFuture().get(millis, TimeUnit.MILLISECONDS);
        inlet.marker().get(millis, TimeUnit.MILLISECONDS);
        switchboard.reconcile(channels).get(millis, TimeUnit.MILLISECONDS);
        if (opened.ended().isDone()) return;
        backoff.reset();
        enter(Phase.LIVE);
        log.atInfo().addKeyValue("channels", channels.size()).log("connected to Asterisk and reconciled");
    }

    private boolean after(Ending ending) throws InterruptedException {
        switch (ending) {
            case DROPPED, PEER_DEAD, OVERRUN -> waitAfter(ending.name());
            case REPLACED -> {
                enter(Phase.REPLACED);
                switchboard.leave();
                ownership.release();
                log.atError()
                        .addKeyValue("app", address.app())
                        .log("another ARI client has taken our application; check that ARI_APP is not used twice");
                Thread.sleep(timings.replaced());
            }
            case NOT_OURS_ANY_MORE, STOPPED -> {}
        }
        return ending != Ending.REPLACED;
    }

    private void replaced() {
        var open = socket;
        if (open != null) open.end(Ending.REPLACED);
    }

    private void waitAfter(String why) throws InterruptedException {
        enter(Phase.CONNECTING);
        Duration pause = backoff.next();
        log.atWarn()
                .addKeyValue("why", why)
                .addKeyValue("millis", pause.toMillis())
                .log("no connection to Asterisk");
        Thread.sleep(pause);
    }

    private void enter(Phase phase) {
        if (state.phase() != phase) state = new LinkState(phase, clock.instant());
    }
}
