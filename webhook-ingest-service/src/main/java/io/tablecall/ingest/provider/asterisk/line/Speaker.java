package io.tablecall.ingest.provider.asterisk.line;

import io.tablecall.ingest.provider.asterisk.event.AriEvent;
import io.tablecall.speech.Utterance;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.scheduler.Schedulers;

/**
 * Plays one prompt at a time and tells when it is over, even if Asterisk does not. A prompt that fails is tried once
 * more. Belongs to the channel's lane.
 */
final class Speaker {
    private static final Logger log = LoggerFactory.getLogger(Speaker.class);

    private final String channelId;
    private final Prompts prompts;
    private final Lanes.Lane lane;
    private final LineCommands commands;
    private final LineTimings timings;
    private final InstantSource clock;
    private final Runnable spoken;
    private final Runnable speechless;

    private @Nullable String playing;
    private @Nullable Utterance words;
    private Lanes.@Nullable Alarm timer;
    private boolean secondTry;
    private int plays;

    Speaker(
            String channelId,
            Prompts prompts,
            Lanes.Lane lane,
            LineCommands commands,
            LineTimings timings,
            InstantSource clock,
            Runnable spoken,
            Runnable speechless) {
        this.channelId = channelId;
        this.prompts = prompts;
        this.lane = lane;
        this.commands = commands;
        this.timings = timings;
        this.clock = clock;
        this.spoken = spoken;
        this.speechless = speechless;
    }

    void say(Utterance utterance) {
        secondTry = false;
        play(utterance);
    }

    boolean isSpeaking(String playbackId) {
        return playbackId.equals(playing);
    }

    void foresee(List<Utterance> utterances) {
        prompts.foresee(utterances);
    }

    /** Stops what is being heard; nobody is told of its end. */
    void silence() {
        var stopped = playing;
        done();
        if (stopped != null) commands.stop(stopped).onErrorComplete().subscribe();
    }

    void finished(AriEvent.PlaybackFinished event) {
        if (!isSpeaking(event.playbackId())) return;
        if (event.failed()) {
            failed(event.playbackId());
        } else {
            over(event.playbackId());
        }
    }

    private void play(Utterance utterance) {
        done();
        words = utterance;
        // Asterisk would take an id twice and play both under it, so it must differ from those of a former owner, too.
        var id = "tc-%s-%s-%d".formatted(channelId, Long.toString(clock.millis(), Character.MAX_RADIX), ++plays);
        playing = id;
        prompts.prepare(utterance)
                .publishOn(Schedulers.fromExecutor(lane))
                .filter(_ -> isSpeaking(id))
                .flatMap(prompt -> {
                    timer = lane.after(prompt.length().plus(timings.promptMargin()), () -> over(id));
                    return commands.play(channelId, id, prompt.media());
                })
                .subscribe(_ -> {}, e -> lane.execute(() -> refused(id, e)));
    }

    private void refused(String id, Throwable e) {
        if (!isSpeaking(id)) return;
        log.atWarn()
                .addKeyValue("callId", channelId)
                .addKeyValue("error", e.getClass().getSimpleName())
                .log("prompt was refused");
        failed(id);
    }

    /** At a hang-up prompts fail first and the end is told next, so the second try waits a little. */
    private void failed(String id) {
        var again = words;
        if (!isSpeaking(id) || again == null) return;
        done();
        playing = id;
        if (secondTry) {
            done();
            speechless.run();
            return;
        }
        secondTry = true;
        timer = lane.after(timings.promptRetry(), () -> {
            if (isSpeaking(id)) play(again);
        });
    }

    private void over(String id) {
        if (!isSpeaking(id)) return;
        done();
        spoken.run();
    }

    private void done() {
        if (timer != null) timer.cancel();
        timer = null;
        playing = null;
        words = null;
    }
}
