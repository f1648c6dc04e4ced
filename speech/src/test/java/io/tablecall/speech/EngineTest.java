package io.tablecall.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "en,'Press one to confirm your table.'",
        "es,'Pulse uno para confirmar su mesa.'",
        "zh,'请按一确认您的预订。'",
        "fr,'Appuyez sur un pour confirmer.'",
        "de,'Drücken Sie die Eins zum Bestätigen.'"
    })
    void espeak_ng_speaks_all_our_languages(String language, String text) throws Exception {
        var sound = Installed.orSkipped(Installed.espeakNg())
                .speak(new Utterance(text, language, ""), directory.resolve("sound"))
                .atTelephoneRate();

        assertThat(sound.samples()).hasSizeBetween(4_000, 64_000);
        assertThat(loudest(sound)).isGreaterThan(1_000);
    }

    @Test
    void espeak_ng_has_two_voices() throws Exception {
        var engine = Installed.orSkipped(Installed.espeakNg());

        var she = engine.speak(new Utterance("Good evening", "en", "female"), directory.resolve("she"));
        var he = engine.speak(new Utterance("Good evening", "en", "male"), directory.resolve("he"));

        assertThat(she.samples()).isNotEqualTo(he.samples());
    }

    @Test
    void espeak_ng_refuses_a_language_it_does_not_know() {
        var engine = Installed.orSkipped(Installed.espeakNg());

        assertThatThrownBy(() -> engine.speak(new Utterance("nuqneH", "xx", ""), directory.resolve("sound")))
                .isInstanceOf(SpeechFailed.class)
                .hasMessageContaining("status 1");
    }

    @Test
    void flite_speaks_english_and_only_that() throws Exception {
        var engine = Installed.orSkipped(Installed.flite());
        var sound = engine.speak(new Utterance("Press one to confirm", "en-US", ""), directory.resolve("sound"));

        assertThat(loudest(sound.atTelephoneRate())).isGreaterThan(1_000);
        assertThat(engine.speaks(new Utterance("Hola", "es", ""))).isFalse();
    }

    @Test
    void text_that_looks_like_options_or_shell_is_only_text() throws Exception {
        var engine = Installed.orSkipped(Installed.espeakNg());
        var text = "--version; touch %s [[h@l'oU]] $(reboot)".formatted(directory.resolve("pwned"));

        assertThat(engine.speak(new Utterance(text, "en", ""), directory.resolve("sound"))
                        .samples())
                .isNotEmpty();
        assertThat(directory.resolve("pwned")).doesNotExist();
    }

    @Test
    void a_program_that_hangs_is_killed() throws Exception {
        var marker = directory.resolve("pid");
        var hanging = script("echo $$ > %s; exec tail -f /dev/null".formatted(marker));

        assertThatThrownBy(() -> new Program(hanging.toString(), Duration.ofMillis(500)).run(List.of(), "text"))
                .isInstanceOf(SpeechFailed.class)
                .hasMessageContaining("took longer");

        var pid = Long.parseLong(Files.readString(marker).strip());
        await().untilAsserted(() ->
                assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty());
    }

    private Path script(String body) throws IOException {
        var permissions = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        return Files.writeString(Files.createFile(directory.resolve("script"), permissions), "#!/bin/sh\n" + body);
    }

    private static int loudest(Pcm sound) {
        int loudest = 0;
        for (short sample : sound.samples()) {
            loudest = Math.max(loudest, Math.abs(sample));
        }
        return loudest;
    }
}
