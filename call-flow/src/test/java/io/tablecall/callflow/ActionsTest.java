package io.tablecall.callflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ActionsTest {
    private static final Instant MONDAY_TEN = Instant.parse("2026-05-11T14:00:00Z");

    static Stream<Arguments> ways_out() {
        return Stream.of(
                Arguments.of("2", new Directive.Queue("sales_q"), "TRANSFERRED"),
                Arguments.of("3", new Directive.Extension("internal", "1001"), "TRANSFERRED"),
                Arguments.of("4", new Directive.Voicemail("1000", "boxes"), "TRANSFERRED"),
                Arguments.of("5", new Directive.HangUp(), "COMPLETED"),
                Arguments.of("8#", new Directive.HangUp(), "COMPLETED"));
    }

    @ParameterizedTest
    @MethodSource("ways_out")
    void an_action_that_leads_out_ends_the_conversation(String key, Directive directive, String reason) {
        var talk = switchboard().press(key);

        assertThat(talk.done()).isEqualTo(directive);
        assertThat(talk.turn().facts()).last().isEqualTo(new Fact.ConversationEnded(reason));
        assertThat(talk.turn().next().ended()).isTrue();
    }

    @Test
    void a_hangup_says_its_prompt_first() {
        assertThat(switchboard().press("5").said()).isEqualTo(new Directive.Say("Bye.", "en-US", "Joanna"));
    }

    @Test
    void a_menu_leads_to_a_menu_and_the_star_leads_back_up() {
        var talk = switchboard();

        assertThat(talk.press("1").asked().menuId()).isEqualTo("more");
        assertThat(talk.press("*").asked().menuId()).isEqualTo("root");
    }

    @Test
    void a_menu_without_fallback_returns_one_level_up_when_its_retries_are_spent() {
        assertThat(switchboard().press("1").silence().asked().menuId()).isEqualTo("root");
    }

    @Test
    void a_stated_fallback_goes_before_the_parent() {
        var talk = switchboard().press("1").press("1").silence().silence();

        assertThat(talk.done()).isEqualTo(new Directive.Voicemail("1000", "default"));
    }

    @Test
    void the_fallback_queue_is_the_first_the_menu_offers() {
        assertThat(switchboard().silence().silence().done()).isEqualTo(new Directive.Queue("sales_q"));
    }

    @Test
    void the_language_switch_changes_the_words_and_the_voice() {
        var ask = switchboard().press("7").asked();

        assertThat(ask)
                .isEqualTo(
                        new Directive.Ask("root", "Español. Bienvenido.", "es-US", "Lupe", Duration.ofSeconds(10), 2));
    }

    @Test
    void the_language_stays_switched() {
        assertThat(switchboard().press("7").press("1").asked().text()).isEqualTo("Más.");
    }

    @Test
    void silence_and_wrong_keys_are_told_apart_and_counted_together() {
        assertThat(switchboard().silence().asked().text()).isEqualTo("Are you there? Welcome.");
        assertThat(switchboard().press("99").asked().text()).isEqualTo("Wrong. Welcome.");
        assertThat(switchboard().silence().press("99").turn().next().ended()).isTrue();
    }

    @Test
    void a_transfer_waits_for_its_fate_and_takes_no_keys_meanwhile() {
        var talk = switchboard().press("6");
        var position = talk.turn().next();

        assertThat(talk.done()).isEqualTo(new Directive.Transfer("+6561234567", Duration.ofSeconds(20)));
        assertThat(talk.press("1").turn().next()).isEqualTo(position);
        assertThat(talk.silence().turn().next()).isEqualTo(position);
        assertThat(talk.hear(new Input.HungUp()).turn().facts())
                .containsExactly(new Fact.ConversationEnded("TRANSFERRED"));
    }

    @Test
    void a_failed_transfer_asks_again_and_counts_as_a_retry() {
        var talk = switchboard().press("21").hear(new Input.TransferFailed());

        assertThat(talk.asked().menuId()).isEqualTo("root");
        assertThat(talk.press("6").hear(new Input.TransferFailed()).done()).isEqualTo(new Directive.Queue("sales_q"));
    }

    @Test
    void a_transfer_that_was_never_asked_for_cannot_fail() {
        var talk = switchboard();
        var position = talk.turn().next();

        assertThat(talk.hear(new Input.TransferFailed()).turn().next()).isEqualTo(position);
    }

    @Test
    void an_added_kind_of_action_is_found_and_followed() {
        assertThat(switchboardFor("7").press("1").press("1").asked().menuId()).isEqualTo("root");
        assertThat(switchboardFor("2").press("1").press("1").asked().menuId()).isEqualTo("quiet");
    }

    @Test
    void a_guest_who_goes_round_in_circles_is_let_go_in_the_end() {
        var talk = switchboard();

        for (var i = 0; i < Conversation.MOST_TURNS; i++) talk.press(i % 2 == 0 ? "1" : "*");

        assertThat(talk.turn().next().ended()).isTrue();
        assertThat(talk.turn().facts()).last().isEqualTo(new Fact.ConversationEnded("NO_INPUT"));
    }

    @Test
    void outside_business_hours_the_call_goes_to_voicemail() {
        var talk = Talk.file("switchboard", "en-US", Instant.parse("2026-05-12T14:00:00Z"));

        assertThat(talk.turn().directives()).containsExactly(new Directive.Voicemail("1000", "default"));
        assertThat(talk.turn().facts()).containsExactly(new Fact.ConversationEnded("TRANSFERRED"));
    }

    private static Talk switchboard() {
        return Talk.file("switchboard", "en-US", MONDAY_TEN);
    }

    private static Talk switchboardFor(String partySize) {
        var context = new CallContext(Map.of("partySize", partySize), ZoneId.of("UTC"));
        return Talk.of(Talk.flow("switchboard"), context, "en-US", MONDAY_TEN);
    }
}
