package io.tablecall.ingest.provider.asterisk.line;

import io.tablecall.callflow.Directive;
import io.tablecall.callflow.Input;
import io.tablecall.ingest.provider.asterisk.event.AriEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The conversation on one channel: speaks what the flow directs, listens once a menu's own words have begun, and hears a
 * key pressed before that as none. Belongs to the channel's lane.
 */
final class Talk implements Speaker.Listener {
    private static final Logger log = LoggerFactory.getLogger(Talk.class);

    private final LiveCall call;
    private final Desk desk;
    private final Lanes.Lane lane;
    private final Speaker speaker;

    private final StringBuilder keys = new StringBuilder();
    private @Nullable Directive aim;
    private @Nullable Instant askedAt;
    private AriEvent.@Nullable DigitReceived lastKey;
    private Lanes.@Nullable Alarm timer;
    private int turns;
    private boolean over;

    Talk(LiveCall call, Lanes.Lane lane, Desk desk) {
        this.call = call;
        this.desk = desk;
        this.lane = lane;
        this.speaker = new Speaker(call.callId(), desk, lane, this);
    }

    /** The guest is on the line: begins, or goes on where the conversation was left. */
    void begin(Instant at) {
        if (over) return;
        if (call.begun()) {
            resume();
        } else {
            turn(() -> call.begin("begin", at));
        }
    }

    /** Events were missed, so the menu is asked anew. */
    void resume() {
        if (over) return;
        log.atInfo().addKeyValue("callId", call.callId()).log("conversation resumed");
        speaker.silence();
        rest();
        var last = call.again();
        if (call.finished()) {
            hangUp();
        } else if (last.isEmpty()) {
            turn(() -> call.proceed(
                    new Input.Silence(), cause("resumed"), desk.clock().instant()));
        } else {
            perform(List.of(last.getLast()));
        }
    }

    void digit(AriEvent.DigitReceived key) {
        if (over || key.equals(lastKey)) return;
        lastKey = key;
        if (!(aim instanceof Directive.Ask menu) || askedAt == null || key.at().isBefore(askedAt)) {
            log.atDebug().addKeyValue("callId", call.callId()).log("key pressed before a menu asked");
            return;
        }
        speaker.silence();
        keys.append(key.digit());
        if (keys.length() >= menu.maxDigits() || key.digit().equals("#")) {
            submit(key.at());
        } else {
            wake(desk.timings().betweenKeys(), () -> submit(desk.clock().instant()));
        }
    }

    void playbackStarted(AriEvent.PlaybackStarted event) {
        if (aim instanceof Directive.Ask && askedAt == null && speaker.endsWith(event)) askedAt = event.at();
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

    @Override
    public void spoken() {
        if (!over) aimFor(aim);
    }

    @Override
    public void speechless() {
        if (over) return;
        log.atError().addKeyValue("callId", call.callId()).log("prompt cannot be played, call is given up");
        breakOff();
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
        aim = directives.isEmpty() ? null : directives.getLast();
        askedAt = null;
        keys.setLength(0);
        var words = directives.stream()
                .flatMap(each -> Foresight.spoken(each).stream())
                .toList();
        if (words.isEmpty()) {
            aimFor(aim);
            return;
        }
        speaker.say(words);
        if (!call.finished()) desk.prompts().foresee(call.foreseen());
    }

    private void aimFor(@Nullable Directive next) {
        switch (next) {
            case null -> {
                if (call.finished()) hangUp();
            }
            case Directive.Ask menu -> {
                if (askedAt == null) askedAt = desk.clock().instant();
                wake(menu.timeout(), this::silent);
            }
            case Directive.Say _, Directive.HangUp _ -> hangUp();
            case Directive.Transfer _, Directive.Queue _, Directive.Extension _, Directive.Voicemail _ ->
                turn(() -> call.proceed(
                        new Input.TransferFailed(),
                        cause("transfer"),
                        desk.clock().instant()));
        }
    }

    private void silent() {
        turn(() ->
                call.proceed(new Input.Silence(), cause("silence"), desk.clock().instant()));
    }

    private void submit(Instant at) {
        var digits = keys.toString();
        turn(() -> call.proceed(new Input.Digits(digits), "keys/" + at.toEpochMilli() + '/' + digits, at));
    }

    private void breakOff() {
        if (!call.finished()) call.brokeOff("broke-off", desk.clock().instant());
        leave();
        hangUp();
    }

    private void hangUp() {
        rest();
        desk.commands()
                .hangUp(call.callId())
                .subscribe(
                        _ -> {},
                        e -> log.atWarn()
                                .addKeyValue("callId", call.callId())
                                .setCause(e)
                                .log("hang-up was not accepted"));
    }

    private String cause(String what) {
        return what + '/' + turns + '/' + desk.clock().millis();
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
