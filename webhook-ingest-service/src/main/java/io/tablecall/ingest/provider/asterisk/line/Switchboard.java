package io.tablecall.ingest.provider.asterisk.line;

import io.tablecall.ingest.provider.asterisk.event.AriEvent;
import io.tablecall.ingest.provider.asterisk.event.Channel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Brings every event to its line, and the lines back to the truth after a time without events. */
public final class Switchboard {
    private static final Logger log = LoggerFactory.getLogger(Switchboard.class);

    /** Our channel ids are call ids; other channels of the same Asterisk are nobody's business here. */
    private static final Pattern CALL_ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Lanes lanes;
    private final Desk desk;
    private final ConcurrentHashMap<String, Caller> callers = new ConcurrentHashMap<>();
    private final AtomicInteger connection = new AtomicInteger();

    public Switchboard(Lanes lanes, Desk desk) {
        this.lanes = lanes;
        this.desk = desk;
    }

    /** What was said before a new connection may have been missed. */
    public void connecting() {
        connection.incrementAndGet();
    }

    /** {@code done} runs once the event has had its effect, or at once when it has none. */
    public void hear(AriEvent event, String frame, Runnable done) {
        var channelId = channelOf(event).filter(Switchboard::couldBeOurs);
        if (channelId.isEmpty()) {
            done.run();
            return;
        }
        var heard = new Heard(event, frame, desk.clock().instant());
        on(channelId.get(), (caller, now) -> {
            try {
                caller.hear(heard, now);
                if (isLast(event)) forgetLater(channelId.get());
            } finally {
                done.run();
            }
        });
    }

    /** Completes when every call that can be judged now has been adopted or closed. */
    public CompletableFuture<Void> reconcile(List<Channel> alive) {
        var ids = alive.stream().map(Channel::id).collect(Collectors.toSet());
        var now = connection.get();
        for (var channel : alive) adopt(channel);
        var settled = desk.calls()
                .open()
                .filter(call -> !ids.contains(call.callId()))
                .flatMap(call -> Mono.fromFuture(closeIfGone(call, now)))
                .then()
                .toFuture();
        var remembered = callers.keySet().stream()
                .filter(id -> !ids.contains(id))
                .map(id -> settle(id, () -> on(id, (caller, _) -> caller.closeIfGone(now))))
                .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(settled, CompletableFuture.allOf(remembered));
    }

    /** Another owner goes on from here. */
    public void leave() {
        for (var id : List.copyOf(callers.keySet())) {
            on(id, (caller, _) -> {
                caller.leave();
                callers.remove(id);
            });
        }
    }

    private void adopt(Channel channel) {
        if (couldBeOurs(channel.id())) {
            on(channel.id(), (caller, now) -> caller.adopt(channel, now));
        } else if (desk.app().equals(channel.stasisApp())) {
            log.atWarn()
                    .addKeyValue("channelId", channel.id())
                    .log("channel in our application is not ours, left alone");
        }
    }

    /** A call just requested may have no channel yet: it is looked at once more when it should have one. */
    private CompletableFuture<Void> closeIfGone(LiveCall call, int since) {
        var grace = desk.timings().requestGrace();
        var young = Duration.between(desk.clock().instant(), call.requestedAt().plus(grace));
        if (!young.isPositive())
            return settle(
                    call.callId(),
                    () -> on(call.callId(), (caller, _) -> {
                        caller.closeIfGone(call, since);
                        if (caller.ended()) forgetLater(call.callId());
                    }));
        lanes.of(call.callId())
                .after(
                        young,
                        () -> desk.commands()
                                .exists(call.callId())
                                .filter(exists -> !exists && connection.get() == since)
                                .subscribe(
                                        _ -> on(call.callId(), (caller, _) -> caller.closeIfGone(call, since)),
                                        e -> log.atWarn()
                                                .addKeyValue("callId", call.callId())
                                                .setCause(e)
                                                .log("channel not looked up")));
        return CompletableFuture.completedFuture(null);
    }

    /** Its end may have been said on this very connection, a moment after the channels were listed. */
    private CompletableFuture<Void> settle(String id, Runnable then) {
        var done = new CompletableFuture<Void>();
        lanes.of(id).after(desk.timings().settle(), () -> {
            then.run();
            lanes.of(id).execute(() -> done.complete(null));
        });
        return done;
    }

    private void on(String channelId, BiConsumer<Caller, Integer> then) {
        var lane = lanes.of(channelId);
        lane.execute(() ->
                then.accept(callers.computeIfAbsent(channelId, id -> new Caller(id, lane, desk)), connection.get()));
    }

    private void forgetLater(String channelId) {
        lanes.of(channelId).after(desk.timings().linger(), () -> callers.remove(channelId));
    }

    /** After it only its copies and the end itself are to be expected. */
    private static boolean isLast(AriEvent event) {
        return event instanceof AriEvent.Destroyed || event instanceof AriEvent.HangupRequested;
    }

    private static boolean couldBeOurs(String channelId) {
        return CALL_ID.matcher(channelId).matches();
    }

    private static Optional<String> channelOf(AriEvent event) {
        return switch (event) {
            case AriEvent.OnChannel on -> Optional.of(on.channel().id());
            case AriEvent.PlaybackStarted playback -> Optional.of(playback.channelId());
            case AriEvent.PlaybackFinished playback -> Optional.of(playback.channelId());
            case AriEvent.ApplicationReplaced _, AriEvent.OfNoInterest _ -> Optional.empty();
        };
    }
}
