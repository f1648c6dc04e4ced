package io.tablecall.ingest.provider.eightbyeight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tablecall.ingest.provider.eightbyeight.Webhook.Kind;
import io.tablecall.web.BadInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TranslationTest {

    private static final Path SAMPLES = Path.of("src/test/resources/8x8");
    private static final Instant RECEIVED = Instant.parse("2026-01-13T08:30:00Z");

    static Stream<String> samples() throws IOException {
        try (var files = Files.list(SAMPLES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_webhook_means_what_was_written_down_for_it(String sample) throws IOException {
        var kind = Kind.valueOf(sample.substring(0, 3).toUpperCase(Locale.ROOT));
        var webhook = WebhookReader.read(kind, Files.readAllBytes(SAMPLES.resolve(sample + ".json")));

        var told = kind == Kind.VCA
                ? List.of(webhook.dtmf() == null ? "silence" : "keys " + webhook.dtmf())
                : lines(Translation.of(kind, webhook, RECEIVED));

        assertThat(told).isEqualTo(Files.readAllLines(SAMPLES.resolve(sample + ".facts")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                                      | ''
            not json                                                                | ''
            [1]                                                                     | ''
            {"payload":{"sessionId":"a"                                             | ''
            {"payload":{"sessionId":"a","callStatus":"x"}} {}                       | ''
            {"namespace":"VOICE"}                                                   | /payload
            {"payload":[]}                                                          | /payload
            {"payload":{"callStatus":"ACTION_COMPLETED"}}                           | /payload/sessionId
            {"payload":{"sessionId":"../etc","callStatus":"ACTION_COMPLETED"}}      | /payload/sessionId
            {"payload":{"sessionId":"a"}}                                           | /payload/callStatus
            {"payload":{"sessionId":{},"callStatus":"ACTION_COMPLETED"}}            | /payload/sessionId
            {"payload":{"sessionId":"a","callStatus":"X","timestamp":"yesterday"}}  | /payload/timestamp
            {"payload":{"sessionId":"a","callStatus":"X","eventData":{"dtmf":"hi"}}}| /payload/eventData/dtmf
            {"payload":{"sessionId":"a","callStatus":"X","sipCode":"many"}}         | /payload/sipCode
            """)
    void a_garbled_webhook_is_refused_naming_the_place(String body, @Nullable String pointer) {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> WebhookReader.read(Kind.VCA, body.getBytes(StandardCharsets.UTF_8)))
                .satisfies(bad -> assertThat(bad.errors().getFirst().pointer())
                        .isEqualTo(Objects.requireNonNullElse(pointer, "")));
    }

    @Test
    void an_event_without_an_id_gets_one_from_its_body() {
        var body = """
                {"payload":{"sessionId":"a","callStatus":"CALL_CONNECTED"}}""".getBytes(StandardCharsets.UTF_8);
        var other = """
                {"payload":{"sessionId":"b","callStatus":"CALL_CONNECTED"}}""".getBytes(StandardCharsets.UTF_8);

        assertThat(idOf(body)).isEqualTo(idOf(body)).isNotEqualTo(idOf(other));
    }

    private static String idOf(byte[] body) {
        return new Received(Kind.VCS, body, Map.of(), RECEIVED).raw(null).getEventId();
    }

    private static List<String> lines(List<Meaning> meanings) {
        return meanings.isEmpty()
                ? List.of("nothing")
                : meanings.stream().map(TranslationTest::line).toList();
    }

    private static String line(Meaning meaning) {
        return switch (meaning) {
            case Meaning.Ringing(var at) -> "ringing " + at;
            case Meaning.Answered(var at) -> "answered " + at;
            case Meaning.Ended e ->
                "ended %s %s cause=%s text=%s talk=%s"
                        .formatted(e.at(), e.status(), e.cause(), dash(e.causeText()), dash(e.talkSeconds()));
        };
    }

    private static Object dash(@Nullable Object value) {
        return value == null ? "-" : value;
    }
}
