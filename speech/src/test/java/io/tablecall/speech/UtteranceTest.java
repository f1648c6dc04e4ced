package io.tablecall.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UtteranceTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "e", "en;reboot", "-v", "en en", "english"})
    void what_is_not_a_language_tag_is_refused(String language) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Utterance("Hello", language, ""));
    }

    @Test
    void nothing_and_far_too_much_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Utterance(" ", "en", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Utterance("x".repeat(4_001), "en", ""));
    }

    @Test
    void prints_without_the_text() {
        assertThat(new Utterance("Hello Ms Tan", "en", "")).asString().doesNotContain("Tan");
    }

    @ParameterizedTest
    @CsvSource({
        "en,en-us",
        "en-GB,en-gb",
        "es,es",
        "es_MX,es-419",
        "zh,cmn",
        "zh-CN,cmn",
        "fr,fr-fr",
        "de-AT,de",
        "it,it"
    })
    void each_language_has_its_voice(String language, String voice) {
        assertThat(EspeakNg.language(new Utterance("x", language, "").locale())).isEqualTo(voice);
    }
}
