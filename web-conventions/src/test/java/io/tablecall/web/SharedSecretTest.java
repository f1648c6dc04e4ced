package io.tablecall.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SharedSecretTest {

    private final SharedSecret secret = new SharedSecret("päss");

    @Test
    void matches_itself_as_text_and_as_bytes_and_nothing_else() {
        assertThat(secret.matches("päss")).isTrue();
        assertThat(secret.matches("päss".getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(secret.matches("pass")).isFalse();
        assertThat(secret.matches("")).isFalse();
    }

    @Test
    void prints_without_its_value() {
        assertThat(secret).hasToString("SharedSecret[***]");
    }

    @Test
    void is_never_blank() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SharedSecret(" "));
    }
}
