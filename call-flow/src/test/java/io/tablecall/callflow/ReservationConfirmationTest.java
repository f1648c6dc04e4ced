package io.tablecall.callflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReservationConfirmationTest {
    @ParameterizedTest
    @CsvSource({
        "1, CONFIRMED, 'Thank you, your reservation is confirmed. We look forward to seeing you. Goodbye.'",
        "0, CANCELLED, Your reservation is cancelled. Thank you for telling us. Goodbye.",
        "9, OPTED_OUT, We will not call this number again. Goodbye."
    })
    void a_key_answers_is_acknowledged_and_ends_the_call(String key, String answer, String acknowledgement) {
        var talk = Talk.builtIn("en-US").press(key);

        assertThat(talk.turn().directives())
                .containsExactly(
                        new Directive.Say(acknowledgement, "en-US", "en-US-BenjaminRUS"), new Directive.HangUp());
        assertThat(talk.turn().facts())
                .containsExactly(
                        new Fact.DigitsPressed("confirm", key),
                        new Fact.AnswerRecorded(answer, "confirm", key),
                        new Fact.ConversationEnded("COMPLETED"));
        assertThat(talk.turn().next().ended()).isTrue();
    }

    @Test
    void the_question_can_be_answered_with_one_key_within_five_seconds() {
        var ask = Talk.builtIn("en-US").asked();

        assertThat(ask.timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(ask.maxDigits()).isEqualTo(1);
    }

    @Test
    void eight_repeats_the_question_word_for_word() {
        var talk = Talk.builtIn("en-US");
        var first = talk.asked();

        assertThat(talk.press("8").asked()).isEqualTo(first);
        assertThat(talk.turn().facts())
                .containsExactly(
                        new Fact.DigitsPressed("confirm", "8"), new Fact.MenuEntered("confirm", "en-US", first.text()));
    }

    @Test
    void a_wrong_key_is_told_and_the_question_asked_again() {
        var talk = Talk.builtIn("en-US");
        var question = talk.asked().text();

        assertThat(talk.press("7").asked().text()).isEqualTo("Sorry, that key has no meaning here. " + question);
        assertThat(talk.press("1").turn().facts()).contains(new Fact.AnswerRecorded("CONFIRMED", "confirm", "1"));
    }

    @Test
    void silence_is_asked_twice_more_and_then_ends_without_an_answer() {
        var talk = Talk.builtIn("en-US");
        var question = talk.asked();

        assertThat(talk.silence().asked()).isEqualTo(question);
        assertThat(talk.silence().asked()).isEqualTo(question);
        talk.silence();

        assertThat(talk.turn().facts()).containsExactly(new Fact.ConversationEnded("NO_INPUT"));
        assertThat(talk.turn().directives()).hasSize(2).last().isEqualTo(new Directive.HangUp());
    }

    @Test
    void no_keys_at_all_are_silence() {
        assertThat(Talk.builtIn("en-US").press("").turn())
                .isEqualTo(Talk.builtIn("en-US").silence().turn());
    }

    @Test
    void a_guest_who_hangs_up_has_not_answered() {
        var talk = Talk.builtIn("en-US").hear(new Input.HungUp());

        assertThat(talk.turn().facts()).containsExactly(new Fact.ConversationEnded("HUNG_UP"));
    }

    @Test
    void a_key_after_the_answer_changes_nothing() {
        var answered = Talk.builtIn("en-US").press("1");
        var position = answered.turn().next();

        assertThat(answered.press("0").turn().next()).isEqualTo(position);
        assertThat(answered.turn().facts()).isEmpty();
        assertThat(answered.turn().directives()).containsExactly(new Directive.HangUp());
    }

    @ParameterizedTest
    @CsvSource({"es-MX, es-ES", "zh_TW, zh-CN", "DE-de, de-DE", "fr, fr-FR", "pt-BR, en-US", "'', en-US"})
    void an_unknown_language_falls_back_to_its_kin_and_then_to_the_first(String requested, String spoken) {
        assertThat(Talk.builtIn(requested).asked().language()).isEqualTo(spoken);
    }

    @Test
    void a_position_of_another_flow_ends_the_call_as_failed() {
        var conversation = Conversation.of(
                Flows.builtIn().find("reservation-confirmation", 1).orElseThrow(), Talk.DINNER);

        var turn = conversation.after(Position.parse("A|en-US|0|1|||elsewhere"), new Input.Digits("1"), Talk.NOON);

        assertThat(turn.facts()).containsExactly(new Fact.ConversationEnded("FAILED"));
        assertThat(turn.next().ended()).isTrue();
    }
}
