package io.tablecall.ingest.provider.eightbyeight;

import static org.assertj.core.api.Assertions.assertThat;

import io.tablecall.callflow.Directive;
import io.tablecall.callflow.Directive.Ask;
import io.tablecall.callflow.Directive.HangUp;
import io.tablecall.callflow.Directive.Queue;
import io.tablecall.callflow.Directive.Say;
import io.tablecall.callflow.Directive.Transfer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CallflowWriterTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final CallflowWriter writer = new CallflowWriter(new Voices(Map.of("fr", "fr-FR-DeniseNeural")), JSON);

    @Test
    void a_question_carries_every_field_of_sayAndCapture() {
        var action = only(written(new Ask("main", "Press 1.", "en-US", "", Duration.ofSeconds(5), 1)));

        assertThat(action.get("action").asString()).isEqualTo("sayAndCapture");
        var params = action.get("params");
        assertThat(params.propertyNames())
                .containsExactlyInAnyOrder(
                        "promptMessage",
                        "voiceProfile",
                        "repetition",
                        "speed",
                        "minDigits",
                        "maxDigits",
                        "digitTimeout",
                        "overallTimeout",
                        "completeOnHash",
                        "noOfTries",
                        "successMessage",
                        "failureMessage");
        assertThat(params.get("digitTimeout").asLong())
                .isLessThan(params.get("overallTimeout").asLong());
        assertThat(params.get("completeOnHash").asBoolean()).isFalse();
    }

    @Test
    void words_before_a_question_become_part_of_it() {
        var action = only(written(
                new Say("Sorry.", "en-US", ""), new Ask("main", "Press 1.", "en-US", "", Duration.ofSeconds(5), 1)));

        assertThat(action.get("params").get("promptMessage").asString()).isEqualTo("Sorry. Press 1.");
    }

    @Test
    void nothing_to_do_is_still_a_hangup() {
        assertThat(only(written()).get("action").asString()).isEqualTo("hangup");
    }

    @Test
    void a_number_is_connected_and_a_queue_is_apologised_for() {
        assertThat(only(written(new Transfer("+6561234567", Duration.ofSeconds(20)))))
                .isEqualTo(JSON.readTree("""
                        {"action":"makeCall","params":{"source":"+6568888888","destination":"+6561234567"}}"""));
        assertThat(written(new Queue("reception")).get("callflow").values().stream()
                        .map(action -> action.get("action").asString()))
                .containsExactly("say", "hangup");
    }

    @Test
    void a_voice_is_looked_up_by_tag_then_by_language() {
        var french = only(written(new Say("Bonjour", "fr-CA", ""), new HangUp()));

        assertThat(french.get("params").get("voiceProfile").asString()).isEqualTo("fr-FR-DeniseNeural");
    }

    private JsonNode written(Directive... directives) {
        return JSON.readTree(writer.write("call:1", List.of(directives), "+6568888888"));
    }

    private static JsonNode only(JsonNode reply) {
        return reply.get("callflow").get(0);
    }
}
