package io.tablecall.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    private static final Map<String, String> ASTERISK = Map.of(
            "ARI_HTTP_URL", "http://pbx:8088",
            "ARI_USERNAME", "u",
            "ARI_PASSWORD", "p",
            "ARI_ENDPOINT", "PJSIP/{number}@trunk");

    @Test
    void an_unknown_word_is_refused_by_name() {
        assertThat(Arguments.parse(List.of("fly"), Map.of())).isEqualTo(new Arguments.Wrong("unknown command: fly"));
        assertThat(Arguments.parse(List.of("up", "--fast"), Map.of()))
                .isEqualTo(new Arguments.Wrong("unknown argument: --fast"));
        assertThat(Arguments.parse(List.of(), Map.of())).isInstanceOf(Arguments.Wrong.class);
        assertThat(Arguments.parse(List.of("demo", "now"), Map.of())).isInstanceOf(Arguments.Wrong.class);
    }

    @Test
    void an_outside_asterisk_needs_its_variables() {
        assertThat(Arguments.parse(List.of("up", "--provider", "asterisk"), Map.of("ARI_USERNAME", "u")))
                .isEqualTo(new Arguments.Wrong("--provider asterisk needs these environment variables:"
                        + " ARI_HTTP_URL, ARI_PASSWORD, ARI_ENDPOINT"));
        assertThat(Arguments.parse(List.of("up", "--provider", "asterisk"), ASTERISK))
                .isEqualTo(new Arguments.Up(ASTERISK));
    }

    @Test
    void without_a_provider_a_stray_variable_changes_nothing() {
        assertThat(Arguments.parse(List.of("up"), ASTERISK)).isEqualTo(new Arguments.Up(Map.of()));
    }
}
