package io.tablecall.ingest.provider.asterisk.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tablecall.speech.Utterance;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.scheduler.Schedulers;

class SpokenPromptsTest {
    private static final Utterance WORDS = new Utterance("hello", "en", "");

    @TempDir
    Path folder = Path.of("");

    private Path audio = Path.of("");

    @BeforeEach
    void render() throws IOException {
        audio = Files.write(
                Files.createDirectory(folder.resolve("cache")).resolve("c0ffee.wav"), new byte[44 + 24_000]);
    }

    @Test
    void asterisk_fetches_a_prompt_by_its_url() {
        assertThat(prepared(new PromptUrl(URI.create("http://ingest:8081/"))))
                .isEqualTo(new Prompt("sound:http://ingest:8081/prompts/c0ffee.wav", Duration.ofMillis(1500)));
    }

    @Test
    void a_prompt_in_a_directory_is_played_by_its_path_without_extension() {
        var shared = folder.resolve("shared");

        assertThat(prepared(new PromptDirectory(shared)).media()).isEqualTo("sound:" + shared.resolve("c0ffee"));

        assertThat(shared.resolve("c0ffee.wav")).hasSameBinaryContentAs(audio).isReadable();
        assertThat(shared).isDirectoryNotContaining(file -> !file.endsWith("c0ffee.wav"));
    }

    @Test
    void a_place_with_a_comma_is_refused_for_asterisk_splits_there() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PromptUrl(URI.create("http://ingest/a,b")));
        assertThatIllegalArgumentException().isThrownBy(() -> new PromptDirectory(Path.of("/var/a,b")));
    }

    private Prompt prepared(SpokenPrompts.Delivery delivery) {
        var prompts = new SpokenPrompts(_ -> audio, delivery, Schedulers.boundedElastic());
        return prompts.prepare(WORDS).toFuture().join();
    }
}
