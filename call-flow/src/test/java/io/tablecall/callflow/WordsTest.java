package io.tablecall.callflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    private static final List<String> KEYS = List.of("1", "0", "9");

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "es-ES", "zh-CN", "fr-FR", "de-DE"})
    void every_prompt_is_worded_as_approved(String language) throws Exception {
        assertThat(spoken(language)).isEqualTo(approved(language));
    }

    @Test
    void an_hour_is_read_on_the_restaurants_clock() {
        var context = dinner(Map.of("reservationTime", "2025-04-20T19:30:00Z"));

        assertThat(text(context)).contains("on Monday, April 21 at 3:30 AM.");
    }

    @Test
    void one_guest_is_a_person() {
        assertThat(text(dinner(Map.of("partySize", "1")))).contains("a reservation for one person on");
    }

    @Test
    void what_is_not_known_is_not_spoken_of() {
        var context = new CallContext(
                Map.of("restaurantName", "Chez Ana", "reservationTime", "2026-05-15T11:30:00Z", "guestName", " "),
                ZoneId.of("Asia/Singapore"));

        assertThat(text(context))
                .startsWith("Hello, this is Chez Ana. You have a reservation on Friday, May 15 at 7:30 PM. To confirm");
    }

    @Test
    void a_call_that_cannot_be_worded_is_not_begun() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> text(dinner(Map.of("reservationTime", "tomorrow"))))
                .withMessageContaining("reservationTime");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> text(new CallContext(Map.of(), ZoneId.of("UTC"))))
                .withMessageStartingWith("the flow needs a value for");
    }

    @Test
    void a_name_is_spoken_as_it_is_even_when_it_looks_like_a_placeholder() {
        assertThat(text(dinner(Map.of("restaurantName", "Sam's {partySize} '#'"))))
                .startsWith("Hello, this is Sam's {partySize} '#'.");
    }

    @Test
    void many_calls_may_be_worded_at_once() {
        var flow = Flows.builtIn().latest("reservation-confirmation").orElseThrow();

        var wrong = IntStream.range(0, 2_000)
                .parallel()
                .filter(it -> !Talk.of(flow, dinner(Map.of("partySize", String.valueOf(it + 2))), "en-US", Talk.NOON)
                        .asked()
                        .text()
                        .contains(" for %,d people".formatted(it + 2)))
                .count();

        assertThat(wrong).isZero();
    }

    private static String spoken(String language) {
        var lines = new StringBuilder(Talk.builtIn(language).asked().text()).append('\n');
        for (var key : KEYS)
            lines.append(words(Talk.builtIn(language).press(key))).append('\n');
        lines.append(Talk.builtIn(language).press("7").asked().text()).append('\n');
        return lines.append(words(Talk.builtIn(language).silence().silence().silence()))
                .append('\n')
                .toString();
    }

    private static String words(Talk talk) {
        return ((Directive.Say) talk.said()).text();
    }

    private static String text(CallContext context) {
        var flow = Flows.builtIn().latest("reservation-confirmation").orElseThrow();
        return Talk.of(flow, context, "en-US", Talk.NOON).asked().text();
    }

    private static CallContext dinner(Map<String, String> but) {
        var variables = new HashMap<>(Talk.DINNER.variables());
        variables.putAll(but);
        return new CallContext(variables, Talk.DINNER.zone());
    }

    private static String approved(String language) throws Exception {
        try (var file = WordsTest.class.getResourceAsStream("/words/" + language + ".txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
