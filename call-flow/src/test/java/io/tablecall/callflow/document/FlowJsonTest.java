package io.tablecall.callflow.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class FlowJsonTest {
    private static final FlowJson JSON = FlowJson.withInstalledKinds();
    private static final JsonMapper MAPPER = JsonMapper.shared();

    @ParameterizedTest
    @ValueSource(strings = {"support", "sales", "customer-service", "switchboard"})
    void what_is_written_reads_back_equal(String name) throws IOException {
        var flow = JSON.read(json(name));

        assertThat(JSON.read(JSON.write(flow))).isEqualTo(flow);
    }

    @ParameterizedTest
    @ValueSource(strings = {"support", "sales", "customer-service", "switchboard"})
    void what_was_written_by_others_is_written_again_with_only_defaults_added(String name) throws IOException {
        var theirs = (ObjectNode) MAPPER.readTree(json(name));
        var ours = MAPPER.readTree(JSON.write(JSON.read(json(name))));

        var defaults = Map.<String, JsonNode>of(
                "tenant", MAPPER.valueToTree("default"),
                "entry_context", MAPPER.valueToTree("dp-ivr-" + name),
                "max_call_duration", MAPPER.valueToTree(300));
        defaults.forEach((field, value) -> theirs.set(field, theirs.has(field) ? theirs.get(field) : value));
        assertThat(ours).isEqualTo(theirs);
    }

    @Test
    void the_order_of_options_is_kept() throws IOException {
        var flow = JSON.read(JSON.write(JSON.read(json("switchboard"))));

        assertThat(Objects.requireNonNull(flow.menus().get("root")).options().keySet())
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "21");
    }

    @Test
    void what_is_left_out_has_the_languages_defaults() {
        var flow = JSON.read("""
                {"id": "tiny", "languages": [{"code": "en-US", "voice": "Joanna"}],
                 "prompts": {"hi": {"text": {"en-US": "Hi"}}},
                 "menus": {"only": {"id": "only", "prompt": "hi"}},
                 "business_hours": {"name": "never", "timeframes": {}}}""");

        var menu = Objects.requireNonNull(flow.menus().get("only"));
        assertThat(menu.timeoutSec()).isEqualTo(5);
        assertThat(menu.maxRetries()).isEqualTo(3);
        assertThat(menu.fallbackAction()).isNull();
        assertThat(flow.tenant()).isEqualTo("default");
        assertThat(flow.entryContext()).isEqualTo("dp-ivr-tiny");
        assertThat(flow.callRecording()).isEqualTo(new CallRecording(false, "wav"));
        assertThat(flow.maxCallDuration()).isEqualTo(300);
        assertThat(flow.version()).isEqualTo(1);
        assertThat(Objects.requireNonNull(flow.businessHours()).timezone().getId())
                .isEqualTo("UTC");
    }

    static String json(String name) throws IOException {
        try (var file = FlowJsonTest.class.getResourceAsStream("/flows/" + name + ".json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
