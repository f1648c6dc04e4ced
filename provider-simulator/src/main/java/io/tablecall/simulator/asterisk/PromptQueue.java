package io.tablecall.simulator.asterisk;

import io.tablecall.simulator.Pace;
import io.tablecall.simulator.asterisk.AriEvent.PlaybackContinuing;
import io.tablecall.simulator.asterisk.AriEvent.PlaybackFinished;
import io.tablecall.simulator.asterisk.AriEvent.PlaybackStarted;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** What is played to one channel, one prompt after the other. Guarded by its {@link Call}. */
final class PromptQueue {

    private final Channel channel;
    private final Sounds sounds;
    private final Pace pace;
    private final Executor turn;
    private final Runnable started;
    private final Deque<Playback> queue = new ArrayDeque<>();
    private int moment;

    /** {@code turn} runs a step under the call's lock; {@code started} is told of every sound begun. */
    PromptQueue(Channel channel, Sounds sounds, Pace pace, Executor turn, Runnable started) {
        this.channel = channel;
        this.sounds = sounds;
        this.pace = pace;
        this.turn = turn;
        this.started = started;
    }

    private record Playback(String id, List<String> media, int index) {

        Playback next() {
            return new Playback(id, media, index + 1);
        }

        boolean last() {
            return index == media.size() - 1;
        }

        PlaybackView view(Channel channel, String state) {
            var following = last() ? null : media.get(index + 1);
            return new PlaybackView(
                    id,
                    media.get(index),
                    following,
                    "channel:" + channel.id(),
                    channel.view().language(),
                    state);
        }
    }

    PlaybackView add(String id, List<String> media) {
        var playback = new Playback(id, media, 0);
        queue.add(playback);
        var answer = playback.view(channel, "queued");
        if (queue.size() == 1) begin();
        return answer;
    }

    Optional<PlaybackView> find(String id) {
        var playing = queue.peek();
        return queue.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(each -> each.view(channel, each.equals(playing) ? "playing" : "queued"));
    }

    /** Stops a prompt as if it had been played to its end. */
    boolean stop(String id) {
        var playing = queue.peek();
        if (playing != null && playing.id().equals(id)) {
            finish("done");
            return true;
        }
        return queue.removeIf(each -> each.id().equals(id));
    }

    /** The channel is gone: what plays and what waits both fail. */
    void abort() {
        moment++;
        var playing = queue.poll();
        if (playing == null) return;
        channel.tell(new PlaybackFinished(playing.view(channel, "failed")));
        for (var waiting = queue.poll(); waiting != null; waiting = queue.poll()) {
            channel.tell(new PlaybackStarted(waiting.view(channel, "playing")));
            channel.tell(new PlaybackFinished(waiting.view(channel, "failed")));
        }
    }

    /** Whether nothing waits behind what is heard now. */
    boolean nothingFollows() {
        var playing = queue.peek();
        return playing == null || (queue.size() == 1 && playing.last());
    }

    boolean silent() {
        return queue.isEmpty();
    }

    private void begin() {
        var now = ++moment;
        var playing = queue.element();
        channel.tell(new PlaybackStarted(playing.view(channel, "playing")));
        started.run();
        sounds.length(playing.media().get(playing.index()))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .subscribe(length -> turn.execute(() -> play(now, length)));
    }

    private void play(int since, Optional<Duration> length) {
        if (since != moment) return;
        if (length.isEmpty()) {
            finish("failed");
            return;
        }
        pace.after(
                length.get(),
                () -> turn.execute(() -> {
                    if (since == moment) played();
                }));
    }

    private void played() {
        var playing = queue.element();
        if (playing.last()) {
            finish("done");
            return;
        }
        channel.tell(new PlaybackContinuing(playing.view(channel, "continuing")));
        queue.removeFirst();
        queue.addFirst(playing.next());
        begin();
    }

    private void finish(String state) {
        moment++;
        var playing = queue.remove();
        channel.tell(new PlaybackFinished(playing.view(channel, state)));
        if (!queue.isEmpty()) begin();
    }
}
