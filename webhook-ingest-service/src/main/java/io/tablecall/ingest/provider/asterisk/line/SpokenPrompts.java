package io.tablecall.ingest.provider.asterisk.line;

import io.tablecall.speech.Speech;
import io.tablecall.speech.Utterance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Renders through {@link Speech} on threads that may wait, then puts the file where Asterisk finds it. */
public final class SpokenPrompts implements Prompts {
    private static final int WAV_HEADER_BYTES = 44;
    private static final int BYTES_PER_SECOND = 16_000;

    private final Speech speech;
    private final Delivery delivery;
    private final Scheduler renderers;

    public SpokenPrompts(Speech speech, Delivery delivery, Scheduler renderers) {
        this.speech = speech;
        this.delivery = delivery;
        this.renderers = renderers;
    }

    @Override
    public Mono<Prompt> prepare(Utterance utterance) {
        return Mono.fromCallable(() -> render(utterance)).subscribeOn(renderers);
    }

    @Override
    public void foresee(List<Utterance> utterances) {
        for (var utterance : utterances) prepare(utterance).onErrorComplete().subscribe();
    }

    private Prompt render(Utterance utterance) {
        try {
            var audio = speech.render(utterance);
            var bytes = Math.max(0, Files.size(audio) - WAV_HEADER_BYTES);
            return new Prompt("sound:" + delivery.deliver(audio), Duration.ofMillis(bytes * 1000 / BYTES_PER_SECOND));
        } catch (IOException e) {
            throw new UncheckedIOException("prompt could not be delivered", e);
        }
    }

    /** How a rendered file comes to Asterisk; tells the name to play it by. */
    public interface Delivery {
        String deliver(Path audio) throws IOException;
    }
}
