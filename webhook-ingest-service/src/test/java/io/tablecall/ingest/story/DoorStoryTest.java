package io.tablecall.ingest.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

/** Who is let in, and what is given out. */
class DoorStoryTest {

    private final Ingest ingest = Ingest.running();

    @Test
    void strangers_the_garbled_and_the_oversized_are_turned_away_and_nothing_is_published() {
        var sessionId = anyId();
        var body = Bodies.vss(sessionId, "BUSY", false);
        var turnedAway = ingest.part(MeterRegistry.class).counter("tablecall.webhooks.turned.away", "provider", "8x8");
        var before = turnedAway.count();

        ingest.http()
                .post()
                .uri("/api/webhooks/vss")
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isUnauthorized();
        ingest.http()
                .post()
                .uri("/api/webhooks/vss/wrong")
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isUnauthorized();
        ingest.post("vss", "{\"payload\":{\"sessionId\":\"" + sessionId + "\"}}")
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/payload/sessionStatus");
        ingest.post("vss", body.replace("\"namespace\"", "\"filler\":\"" + "x".repeat(300_000) + "\",\"namespace\""))
                .expectStatus()
                .isEqualTo(413);

        assertThat(turnedAway.count()).isEqualTo(before + 2);
        assertThat(Witness.raw(sessionId)).isEmpty();
    }

    @Test
    void the_token_may_be_the_last_segment_of_the_path() {
        ingest.http()
                .post()
                .uri("/api/webhooks/vcs/" + Ingest.TOKEN)
                .bodyValue(Bodies.vcs(anyId(), anyId(), "CALL_INITIATED"))
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void a_prompt_is_served_by_its_name_and_nothing_else_is() throws IOException {
        var wav = "RIFF".getBytes(StandardCharsets.US_ASCII);
        Files.write(Ingest.PROMPTS.resolve("00ff00ff00ff00ff.wav"), wav);
        Files.write(Ingest.PROMPTS.resolve("secret.txt"), wav);

        ingest.http()
                .get()
                .uri("/prompts/00ff00ff00ff00ff.wav")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("audio/wav")
                .expectBody(byte[].class)
                .isEqualTo(wav);
        ingest.http().get().uri("/prompts/secret.txt").exchange().expectStatus().isNotFound();
        ingest.http()
                .get()
                .uri("/prompts/11ff00ff00ff00ff.wav")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private static String anyId() {
        return UUID.randomUUID().toString();
    }
}
