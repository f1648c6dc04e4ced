package io.tablecall.speech;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class LocalSpeechTest {

    private static final Utterance HELLO = new Utterance("Hello Ms Tan", "en", "");

    @TempDir
    Path directory;

    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void listen() {
        logged.start();
        ((Logger) LoggerFactory.getLogger(LocalSpeech.class)).addAppender(logged);
    }

    @AfterEach
    void stopListening() {
        ((Logger) LoggerFactory.getLogger(LocalSpeech.class)).detachAppender(logged);
    }

    @Test
    void what_this_machine_renders_is_a_telephone_wav_and_is_rendered_once() throws Exception {
        var speech = Speech.local(directory, 10_000_000);

        var first = speech.render(HELLO);
        var written = Files.readAllBytes(first);

        assertThat(Pcm.read(first).rate()).isEqualTo(8_000);
        assertThat(speech.render(HELLO)).isEqualTo(first);
        assertThat(Speech.local(directory, 10_000_000).render(HELLO)).isEqualTo(first);
        assertThat(first).hasBinaryContent(written);
        assertThat(filesLeft()).isEqualTo(1);
    }

    @Test
    void without_any_package_a_tone_stands_in_and_the_log_names_each_package_once() throws Exception {
        var speech = speech(new Scripted("espeak-ng", false), new Scripted("flite", false), new Tone());

        var brief = Pcm.read(speech.render(HELLO));
        var lengthy = Pcm.read(speech.render(new Utterance("Hello Ms Tan, this is a longer sentence", "en", "")));

        assertThat(lengthy.samples().length).isGreaterThan(2 * brief.samples().length);
        assertThat(logged.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .hasSize(2)
                .anyMatch(line -> line.contains("espeak-ng is not installed"))
                .anyMatch(line -> line.contains("flite is not installed"))
                .noneMatch(line -> line.contains("Tan"));
    }

    @Test
    void an_engine_that_fails_is_tried_again_next_time() {
        var flaky = new Scripted("espeak-ng", true);
        var speech = speech(flaky, new Tone());

        flaky.failing = true;
        var tone = speech.render(HELLO);
        flaky.failing = false;
        var voice = speech.render(HELLO);

        assertThat(voice).isNotEqualTo(tone);
        assertThat(speech.render(HELLO)).isEqualTo(voice);
        assertThat(flaky.spoken).hasValue(2);
    }

    @Test
    void the_same_text_asked_for_at_once_is_spoken_once() throws Exception {
        var engine = new Scripted("espeak-ng", true);
        var speech = speech(engine);
        var start = new CountDownLatch(1);
        var answers = new ArrayList<Future<Path>>();

        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Path> caller = () -> {
                start.await();
                return speech.render(HELLO);
            };
            for (int i = 0; i < 50; i++) {
                answers.add(callers.submit(caller));
            }
            start.countDown();
        }

        for (var answer : answers) {
            assertThat(answer.get()).exists();
        }
        assertThat(engine.spoken).hasValue(1);
    }

    @Test
    void language_and_voice_make_a_difference() {
        var speech = speech(new Scripted("espeak-ng", true));

        assertThat(List.of(
                        speech.render(HELLO),
                        speech.render(new Utterance("Hello Ms Tan", "de", "")),
                        speech.render(new Utterance("Hello Ms Tan", "en", "male"))))
                .doesNotHaveDuplicates();
    }

    private LocalSpeech speech(Engine... engines) {
        try {
            return new LocalSpeech(List.of(engines), new AudioCache(directory, 10_000_000, () -> Instant.EPOCH));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private long filesLeft() throws IOException {
        try (var files = Files.list(directory)) {
            return files.count();
        }
    }

    private static final class Scripted implements Engine {

        private final String name;
        private final boolean installed;
        private final AtomicInteger spoken = new AtomicInteger();
        private boolean failing;

        Scripted(String name, boolean installed) {
            this.name = name;
            this.installed = installed;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean installed() {
            return installed;
        }

        @Override
        public boolean speaks(Utterance utterance) {
            return true;
        }

        @Override
        public Pcm speak(Utterance utterance, Path scratch) throws SpeechFailed {
            spoken.incrementAndGet();
            if (failing) {
                throw new SpeechFailed("as told");
            }
            return new Pcm(new short[800], 8_000);
        }
    }
}
