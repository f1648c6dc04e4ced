package io.tablecall.ingest.provider.eightbyeight;

import static org.assertj.core.api.Assertions.assertThat;

import io.tablecall.ingest.IngestProperties;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthenticityTest {

    private static final String TOKEN = "s3cret";

    private final Authenticity authenticity = new Authenticity(new IngestProperties(
            List.of("8x8"), TOKEN, Duration.ofMillis(800), Duration.ofMillis(30), Duration.ofMinutes(10), 100));

    @Test
    void the_token_may_come_in_every_form_a_provider_may_send_it() {
        assertThat(authenticity.proven(TOKEN, null)).isTrue();
        assertThat(authenticity.proven("Bearer " + TOKEN, null)).isTrue();
        assertThat(authenticity.proven("bearer " + TOKEN, null)).isTrue();
        assertThat(authenticity.proven("Basic " + TOKEN, null)).isTrue();
        assertThat(authenticity.proven("Basic " + base64("admin:" + TOKEN), null))
                .isTrue();
        assertThat(authenticity.proven(null, TOKEN)).isTrue();
    }

    @Test
    void anything_else_is_a_stranger() {
        assertThat(authenticity.proven(null, null)).isFalse();
        assertThat(authenticity.proven("", null)).isFalse();
        assertThat(authenticity.proven("Bearer ", null)).isFalse();
        assertThat(authenticity.proven(TOKEN + "x", null)).isFalse();
        assertThat(authenticity.proven("Basic " + base64("root:" + TOKEN), null))
                .isFalse();
        assertThat(authenticity.proven(TOKEN, "wrong")).isFalse();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
