package io.tablecall.ingest.provider.asterisk.line;

import io.tablecall.callflow.Directive;
import io.tablecall.callflow.Input;
import io.tablecall.ingest.provider.asterisk.event.AriEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The conversation on one channel: speaks what the flow directs, listens once a menu's prompt has begun, and hears a key
 * pressed before that as none. Belongs to the channel's lane.
 */
final class Talk {
    private static final Logger log = LoggerFactory.getLogger(Talk.class);

    private final String channelId;
    private final LiveCall call;
    private final Speaker speaker;
    private final Lanes.Lane lane;
    private final LineCommands commands;
    private final LineTimings timings;
    private final InstantSource clock;

    private final Deque<Directive> script = new ArrayDeque<>();
    private final StringBuilder keys = new StringBuilder();
    private Directive.@Nullable Ask ask;
    private @Nullable Instant askedAt;
    private AriEvent.@Nullable DigitReceived lastKey;
    private Lanes.@Nullable Alarm timer;
    private int turns;
    private boolean over;

    Talk(
            String channelId,
            LiveCall call,
            Prompts prompts,
            Lanes.Lane lane,
            LineCommands commands,
            LineTimings timings,
            InstantSource clock) {
        this.channelId = channelId;
        this.call = call;
        this.lane = lane;
        this.commands = commands;
        this.timings = timings;
        this.clock = clock;
        this.speaker = new Speaker(channelId, prompts, lane, commands, timings, clock, this::spoken, this::speechless);
    }

    /** The guest is on the line: begins, or goes on where the conversation was left. */
    void begin(Instant at) {
        if (call.begun()) {
            resume();
        } else {
            turn(() -> call.begin("begin", at));
        }
    }

    /** Events were missed, so the menu is asked anew. */
    void resume() {
        speaker.silence();
        log.atInfo().addKeyValue("callId", call.callId()).log("conversation resumed");
        var last = call.again();
        if (call.finished()) {
            hangUp();
        } else if (last.isEmpty()) {
            turn(() -> call.proceed(new Input.Silence(), cause("resumed"), clock.instant()));
        } else {
            perform(List.of(last.getLast()));
        }
    }

    void digit(AriEvent.DigitReceived key) {
        if (over || key.equals(lastKey)) return;
        lastKey = key;
        var menu = ask;
        if (menu == null || askedAt == null || key.at().minus(key.held()).isBefore(askedAt)) {
            log.atDebug().addKeyValue("callId", call.callId()).log("key pressed before a menu asked");
            return;
        }
        speaker.silence();
        keys.append(key.digit());
        if (keys.length() >= menu.maxDigits() || key.digit().equals("#")) {
            submit(key.at());
        } else {
            wake(timings.betweenKeys(), () -> submit(clock.instant()));
        }
    }

    void playbackStarted(AriEvent.PlaybackStarted event) {
        if (speaker.isSpeaking(event.playbackId()) && ask != null && askedAt == null) askedAt = event.at();
    }

    void playbackFinished(AriEvent.PlaybackFinished event) {
        speaker.finished(event);
    }

    /** The channel is gone or has left our application. */
    void gone(Instant at) {
        if (over) return;
        leave();
        call.guestGone("gone", at);
    }

    /** Somebody else goes on with this conversation. */
    void leave() {
        over = true;
        rest();
        speaker.silence();
    }

    private void turn(Supplier<List<Directive>> step) {
        rest();
        turns++;
        try {
            perform(step.get());
        } catch (RuntimeException e) {
            log.atError().addKeyValue("callId", call.callId()).setCause(e).log("conversation broke off");
            breakOff();
        }
    }

    private void perform(List<Directive> directives) {
        script.clear();
        script.addAll(directives);
        ask = null;
        askedAt = null;
        keys.setLength(0);
        next();
        if (!over && !call.finished()) speaker.foresee(call.foreseen());
    }

    private void next() {
        switch (script.poll()) {
            case null -> {
                if (call.finished()) hangUp();
            }
            case Directive.Say say -> speaker.say(Foresight.spoken(say).getFirst());
            case Directive.Ask menu -> {
                ask = menu;
                speaker.say(Foresight.spoken(menu).getFirst());
            }
            case Directive.HangUp _ -> hangUp();
            case Directive.Transfer _, Directive.Queue _, Directive.Extension _, Directive.Voicemail _ ->
                turn(() -> call.proceed(new Input.TransferFailed(), cause("transfer"), clock.instant()));
        }
    }

    private void spoken() {
        if (over) return;
        var menu = ask;
        if (menu == null) {
            next();
        } else {
            if (askedAt == null) askedAt = clock.instant();
            wake(menu.timeout(), this::silent);
        }
    }

    private void silent() {
        turn(() -> call.proceed(new Input.Silence(), cause("silence"), clock.instant()));
    }

    private void submit(Instant at) {
        var digits = keys.toString();
        turn(() -> call.proceed(new Input.Digits(digits), "keys/" + at.toEpochMilli() + '/' + digits, at));
    }

    private void speechless() {
        if (over) return;
        log.atError().addKeyValue("callId", call.callId()).log("prompt cannot be played, call is given up");
        breakOff();
    }

    private void breakOff() {
        if (!call.finished()) call.brokeOff("broke-off", clock.instant());
        leave();
        hangUp();
    }

    private void hangUp() {
        rest();
        commands.hangUp(channelId)
                .subscribe(
                        _ -> {},
                        e -> log.atWarn()
                                .addKeyValue("callId", call.callId())
                                .setCause(e)
                                .log("hang-up was not accepted"));
    }

    private String cause(String what) {
        return what + '/' + turns + '/' + clock.millis();
    }

    private void wake(Duration delay, Runnable then) {
        rest();
        timer = lane.after(delay, () -> {
            if (!over) then.run();
        });
    }

    private void rest() {
        if (timer != null) timer.cancel();
        timer = null;
    }
}
