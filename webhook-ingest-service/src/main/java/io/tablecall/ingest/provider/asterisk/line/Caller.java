package io.tablecall.ingest.provider.asterisk.line;

import io.tablecall.ingest.provider.asterisk.event.AriEvent;
import io.tablecall.ingest.provider.asterisk.event.Channel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * A channel that may be one of ours. Events race the news of the call they belong to, so they wait for it a while; the
 * channels of others are passed over. Belongs to its lane.
 */
final class Caller {
    private static final Logger log = LoggerFactory.getLogger(Caller.class);
    private static final int MOST_WAITING = 256;

    private final String channelId;
    private final Lanes.Lane lane;
    private final Desk desk;
    private final List<Consumer<Line>> waiting = new ArrayList<>();
    private @Nullable Line line;
    private boolean looking;
    private boolean inOurApp;
    private boolean stranger;

    Caller(String channelId, Lanes.Lane lane, Desk desk) {
        this.channelId = channelId;
        this.lane = lane;
        this.desk = desk;
    }

    boolean ended() {
        return line != null && line.ended();
    }

    void hear(Heard heard, int connection) {
        if (heard.event() instanceof AriEvent.StasisStarted started
                && started.application().equals(desk.app())) inOurApp = true;
        if (stranger) return;
        whenKnown(known -> known.hear(heard, connection));
    }

    void adopt(Channel channel, int connection) {
        if (!stranger) whenKnown(known -> known.adopt(channel, connection));
    }

    void closeIfGone(LiveCall call, int connection) {
        known(call);
        if (line != null) line.close(connection);
    }

    void closeIfGone(int connection) {
        if (line != null) line.close(connection);
    }

    void leave() {
        waiting.clear();
        if (line != null) line.leave();
    }

    private void whenKnown(Consumer<Line> then) {
        if (line != null) {
            then.accept(line);
        } else if (waiting.size() < MOST_WAITING) {
            waiting.add(then);
            lookUp();
        }
    }

    private void lookUp() {
        if (looking) return;
        looking = true;
        var interval = desk.timings().sessionInterval();
        var looks = (int) Math.max(1, desk.timings().sessionPatience().dividedBy(atLeastOneMilli(interval)));
        Mono.defer(() -> desk.calls().find(channelId))
                .onErrorResume(e -> {
                    log.atWarn().addKeyValue("callId", channelId).setCause(e).log("call could not be looked up");
                    return Mono.empty();
                })
                .repeatWhenEmpty(looks, again -> again.delayElements(interval))
                .onErrorResume(IllegalStateException.class, _ -> Mono.empty())
                .publishOn(Schedulers.fromExecutor(lane))
                .subscribe(this::known, e -> log.atError().setCause(e).log("look-up failed"), this::unknown);
    }

    private void known(LiveCall call) {
        if (line != null) return;
        var found = new Line(call, lane, desk);
        line = found;
        var told = List.copyOf(waiting);
        waiting.clear();
        told.forEach(then -> then.accept(found));
    }

    private void unknown() {
        if (line != null) return;
        stranger = true;
        waiting.clear();
        if (!inOurApp) return;
        log.atWarn().addKeyValue("channelId", channelId).log("nobody asked for this call, hanging up");
        desk.commands().hangUp(channelId).onErrorComplete().subscribe();
    }

    private static Duration atLeastOneMilli(Duration interval) {
        return interval.isPositive() ? interval : Duration.ofMillis(1);
    }
}
