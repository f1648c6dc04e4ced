package io.tablecall.ingest.provider.asterisk.link;

import io.tablecall.ingest.provider.asterisk.event.AriEvent;
import io.tablecall.ingest.provider.asterisk.event.AriFrames;
import io.tablecall.ingest.provider.asterisk.line.Switchboard;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the frames out of the inlet, understands them and passes them on; its own thread. */
final class Intake {
    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    private final Inlet inlet;
    private final Switchboard switchboard;
    private final Runnable replaced;
    private final AriFrames frames = new AriFrames();
    private @Nullable Thread thread;

    Intake(Inlet inlet, Switchboard switchboard, Runnable replaced) {
        this.inlet = inlet;
        this.switchboard = switchboard;
        this.replaced = replaced;
    }

    void start() {
        thread = Thread.ofPlatform().name("ari-intake").daemon().start(this::work);
    }

    void stop() {
        if (thread != null) thread.interrupt();
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var item = inlet.take();
                if (item.marker() != null) {
                    item.marker().complete(null);
                } else {
                    hear(item.frame());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void hear(String frame) {
        Runnable done = () -> inlet.done(frame);
        switch (frames.read(frame).orElse(null)) {
            case null -> {
                log.atWarn().addKeyValue("length", frame.length()).log("frame makes no sense");
                done.run();
            }
            case AriEvent.ApplicationReplaced _ -> {
                replaced.run();
                done.run();
            }
            case AriEvent event -> switchboard.hear(event, frame, done);
        }
    }
}
