package io.tablecall.ingest.provider.asterisk.line;

import io.tablecall.ingest.provider.asterisk.event.AriEvent;
import io.tablecall.speech.Utterance;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Plays the words of one turn as one playback and tells when they are over, even if Asterisk does not. What fails is
 * tried once more. Belongs to the channel's lane.
 */
final class Speaker {
    private static final Logger log = LoggerFactory.getLogger(Speaker.class);

    /** Who is told how it went. */
    interface Listener {
        void spoken();

        void speechless();
    }

    private final String channelId;
    private final Desk desk;
    private final Lanes.Lane lane;
    private final Listener listener;

    private @Nullable String playing;
    private List<Utterance> words = List.of();
    private @Nullable String lastMedia;
    private Lanes.@Nullable Alarm timer;
    private boolean secondTry;
    private int plays;

    Speaker(String channelId, Desk desk, Lanes.Lane lane, Listener listener) {
        this.channelId = channelId;
        this.desk = desk;
        this.lane = lane;
        this.listener = listener;
    }

    void say(List<Utterance> utterances) {
        secondTry = false;
        play(utterances);
    }

    /** Whether the last words begin to be heard with this event. */
    boolean endsWith(AriEvent.PlaybackStarted event) {
        return event.playbackId().equals(playing)
                && (event.media() == null || event.media().equals(lastMedia));
    }

    /** Stops what is being heard; nobody is told of its end. */
    void silence() {
        var stopped = playing;
        done();
        if (stopped != null) desk.commands().stop(stopped).onErrorComplete().subscribe();
    }

    void finished(AriEvent.PlaybackFinished event) {
        if (event.failed()) {
            failed(event.playbackId());
        } else {
            over(event.playbackId());
        }
    }

    private void play(List<Utterance> utterances) {
        done();
        words = utterances;
        // Asterisk would take an id twice and play both under it, so it must differ from those of a former owner, too.
        var id = "tc-%s-%s-%d".formatted(channelId, Long.toString(desk.clock().millis(), Character.MAX_RADIX), ++plays);
        playing = id;
        Flux.fromIterable(utterances)
                .flatMapSequential(desk.prompts()::prepare)
                .collectList()
                .publishOn(Schedulers.fromExecutor(lane))
                .flatMap(prompts -> play(id, prompts))
                .subscribe(_ -> {}, e -> lane.execute(() -> refused(id, e)));
    }

    private Mono<Void> play(String id, List<Prompt> prompts) {
        if (!id.equals(playing)) return Mono.empty();
        lastMedia = prompts.getLast().media();
        var length = prompts.stream().map(Prompt::length).reduce(Duration.ZERO, Duration::plus);
        timer = lane.after(length.plus(desk.timings().promptMargin()), () -> over(id));
        var media = prompts.stream().map(Prompt::media).collect(Collectors.joining(","));
        return desk.commands().play(channelId, id, media);
    }

    private void refused(String id, Throwable e) {
        if (!id.equals(playing)) return;
        log.atWarn().addKeyValue("callId", channelId).setCause(e).log("prompt was refused");
        failed(id);
    }

    /** At a hang-up prompts fail first and the end is told next, so the second try waits a little. */
    private void failed(String id) {
        if (!id.equals(playing)) return;
        var again = words;
        done();
        if (secondTry) {
            listener.speechless();
        } else {
            secondTry = true;
            playing = id;
            timer = lane.after(desk.timings().promptRetry(), () -> {
                if (id.equals(playing)) play(again);
            });
        }
    }

    private void over(String id) {
        if (!id.equals(playing)) return;
        done();
        listener.spoken();
    }

    private void done() {
        if (timer != null) timer.cancel();
        timer = null;
        playing = null;
        lastMedia = null;
        words = List.of();
    }
}
