package io.tablecall.callflow.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class FlowCheckTest {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /id                                    | "a b"             | must be letters, digits, dots, dashes and underscores, at most 64
                    /id                                    | null              | is required
                    /id                                    | 7                 | must be a text that is not blank
                    /version                               | 0                 | must be a whole number from 1 to 2147483647
                    /tts_backend                           | "festival"        | must be polly or local
                    /languages/1/code                      | "no tag"          | is no language tag: no tag
                    /languages/1/voice                     | " "               | must be a text that is not blank
                    /prompts/bye/text                      | {"en-US": "Bye."} | is not translated into es-US
                    /prompts/bye/text/es-US                | "{x"              | is no message: Unmatched '{' braces in message "{x"
                    /prompts/bye/text/es-US                | "{0}"             | must name its values, not number them
                    /menus/root/id                         | "trunk"           | must be the name it is filed under: root
                    /menus/root/prompt                     | "gone"            | names no prompt: gone
                    /menus/root/timeout_sec                | 0                 | must be a whole number from 1 to 60
                    /menus/root/max_retries                | "3"               | must be a whole number from 0 to 10
                    /menus/root/fallback_action            | "menu"            | must be voicemail, queue or hangup
                    /menus/root/invalid_prompt             | "gone"            | names no prompt: gone
                    /menus/more/parent_menu                | "gone"            | names no menu: gone
                    /menus/more/parent_menu                | "more"            | must be another menu
                    /menus/root/options/2/queue_ref        | null              | is required
                    /menus/root/options/3/context          | null              | is required
                    /menus/root/options/4/voicemail_box    | null              | is required
                    /menus/root/options/5/prompt           | "gone"            | names no prompt: gone
                    /menus/root/options/6/destination      | "1 2"             | must be a number or address without spaces
                    /menus/root/options/6/timeout          | -1                | must be a whole number from 1 to 600
                    /menus/root/options/7/language         | "fr-FR"           | is no language of the flow: fr-FR
                    /menus/root/options/8/answer           | "yes"             | must be a word such as CONFIRMED
                    /menus/root/options/8/action           | "dance"           | is no known action: dance
                    /menus/root/options/8                  | "1"               | must be an object
                    /menus/more/options/1/large            | null              | is required
                    /business_hours/timezone               | "Mars/Olympus"    | is no known time zone: Mars/Olympus
                    /business_hours/timeframes/monday/1    | "25:00-26:00"     | must be a time range such as 09:00-17:00
                    /business_hours/timeframes/monday      | "09:00-17:00"     | must be an array
                    /business_hours/timeframes/funday      | []                | is no day of the week
                    /business_hours/closed_prompt          | "gone"            | names no prompt: gone
                    /call_recording/enabled                | "yes"             | must be true or false
                    /max_call_duration                     | 0                 | must be a whole number from 1 to 86400
                    /menus                                 | {}                | must have a menu
                    /languages                             | []                | must name a language
                    """)
    void a_fault_is_named_where_it_is(String pointer, String value, String reason) throws IOException {
        assertThat(problems(with(pointer, value))).contains(new Problem(pointer, reason));
    }

    @Test
    void a_dangling_menu_is_named_and_so_is_the_menu_it_strands() throws IOException {
        assertThat(problems(with("/menus/root/options/1/menu_ref", "\"gone\"")))
                .containsExactly(
                        new Problem("/menus/root/options/1/menu_ref", "names no menu: gone"),
                        new Problem("/menus/more", "can never be reached"),
                        new Problem("/menus/quiet", "can never be reached"));
    }

    @Test
    void every_fault_is_named_at_once() {
        assertThat(problems("""
                {"languages": [{"code": "en-US"}], "prompts": {"a/b": {"text": {}}},
                 "menus": {"m": {"id": "m", "prompt": "p", "fallback_action": "voicemail",
                                 "options": {"x": {"action": "menu"}, "1": {}}}}}"""))
                .containsExactlyInAnyOrder(
                        new Problem("/id", "is required"),
                        new Problem("/languages/0/voice", "is required"),
                        new Problem("/prompts/a~1b/text", "is not translated into en-US"),
                        new Problem("/menus/m/prompt", "names no prompt: p"),
                        new Problem("/menus/m/fallback_action", "needs the flow's voicemail_fallback"),
                        new Problem("/menus/m/options/x", "must be keys of a telephone: x"),
                        new Problem("/menus/m/options/x/menu_ref", "is required"),
                        new Problem("/menus/m/options/1/action", "is required"));
    }

    @Test
    void a_fallback_to_a_queue_needs_a_queue() {
        assertThat(problems("""
                {"id": "a", "languages": [{"code": "en-US", "voice": "Joanna"}],
                 "prompts": {"p": {"text": {"en-US": "Hi"}}},
                 "menus": {"m": {"id": "m", "prompt": "p", "fallback_action": "queue"}}}"""))
                .containsExactly(new Problem("/menus/m/fallback_action", "needs an option with a queue"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"id\": \"a\", \"id\": \"b\"}"})
    void what_is_no_flow_at_all_is_refused(String json) {
        assertThat(problems(json)).isNotEmpty();
    }

    private static List<Problem> problems(String json) {
        var refusal = catchThrowableOfType(
                InvalidFlow.class, () -> FlowJson.withInstalledKinds().read(json));
        return refusal == null ? List.of() : refusal.problems();
    }

    private static String with(String pointer, String value) throws IOException {
        var flow = MAPPER.readTree(FlowJsonTest.json("switchboard"));
        var at = JsonPointer.compile(pointer);
        var parent = flow.at(at.head());
        if (parent instanceof ObjectNode object) object.set(at.last().getMatchingProperty(), MAPPER.readTree(value));
        else ((ArrayNode) parent).set(at.last().getMatchingIndex(), MAPPER.readTree(value));
        return flow.toString();
    }
}
