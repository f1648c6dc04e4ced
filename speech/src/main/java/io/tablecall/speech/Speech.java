package io.tablecall.speech;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Speaks text into an audio file every supported provider can play: WAV, 8 kHz, 16 bit, mono.
 *
 * <p>Rendering may start a process and wait for it, so it never belongs on an event loop. The same utterance gives the
 * same file; the file may be evicted later, so a caller that keeps it around renders again instead of remembering it.
 */
public interface Speech {

    Path render(Utterance utterance);

    /**
     * What this machine can do by itself: espeak-ng, else flite, else a faint tone as long as the text would take. The
     * cache keeps to {@code maxBytes} and forgets what was asked for longest ago.
     */
    static Speech local(Path cacheDir, long maxBytes) {
        var limit = Duration.ofSeconds(10);
        try {
            var cache = new AudioCache(cacheDir, maxBytes, Clock.systemUTC());
            return new LocalSpeech(List.of(new EspeakNg(limit), new Flite(limit), new Tone()), cache);
        } catch (IOException e) {
            throw new UncheckedIOException("speech cache is not usable: " + cacheDir, e);
        }
    }
}
