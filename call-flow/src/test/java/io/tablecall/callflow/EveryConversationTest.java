package io.tablecall.callflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EveryConversationTest {
    private static final CallContext NOTHING = new CallContext(Map.of(), ZoneId.of("UTC"));

    @Provide
    Arbitrary<Flow> flows() {
        return SoundFlows.flows();
    }

    @Provide
    Arbitrary<List<Input>> inputs() {
        return SoundFlows.inputs();
    }

    /** What changes nothing is not counted: a transfer that rings waits for the line, however many keys are pressed. */
    @Property(tries = 500)
    void every_conversation_ends(@ForAll("flows") Flow flow, @ForAll("inputs") List<Input> habit) {
        var conversation = Conversation.of(flow, NOTHING);
        var position = conversation.start("en-US", Talk.NOON).next();
        var guest = Stream.concat(habit.stream(), Stream.of(new Input.Silence(), new Input.TransferFailed()))
                .toList();
        var changes = 0;

        for (var i = 0; !position.ended() && i < guest.size() * (Conversation.MOST_TURNS + 1); i++) {
            var next = conversation
                    .after(position, guest.get(i % guest.size()), Talk.NOON)
                    .next();
            if (!next.equals(position)) changes++;
            position = next;
        }

        assertThat(position.ended()).isTrue();
        assertThat(changes).isLessThanOrEqualTo(Conversation.MOST_TURNS);
    }

    @Property(tries = 200)
    void the_same_input_always_has_the_same_turn(@ForAll("flows") Flow flow, @ForAll("inputs") List<Input> inputs) {
        var one = Conversation.of(flow, NOTHING);
        var other = Conversation.of(Flow.of(flow.document()), NOTHING);
        var position = one.start("en-US", Talk.NOON).next();

        for (var input : inputs) {
            var turn = one.after(position, input, Talk.NOON);
            assertThat(other.after(Position.parse(position.toText()), input, Talk.NOON))
                    .isEqualTo(turn);
            position = turn.next();
        }
    }

    @Property(tries = 500)
    void an_answer_comes_only_from_a_key_in_the_menu_that_asked(
            @ForAll("flows") Flow flow, @ForAll("inputs") List<Input> inputs) {
        var conversation = Conversation.of(flow, NOTHING);
        var position = conversation.start("en-US", Talk.NOON).next();

        for (var input : inputs) {
            var asking = position;
            var turn = conversation.after(position, input, Talk.NOON);
            answers(turn).forEach(it -> {
                assertThat(input).isEqualTo(new Input.Digits(it.digits()));
                assertThat(it.menuId()).isEqualTo(asking.menuId());
                assertThat(asking.ended()).isFalse();
                assertThat(asking.pending()).isNull();
            });
            position = turn.next();
        }
    }

    @Property(tries = 300)
    void a_turn_speaks_first_and_does_one_thing_last(@ForAll("flows") Flow flow, @ForAll("inputs") List<Input> inputs) {
        var conversation = Conversation.of(flow, NOTHING);
        var turn = conversation.start("es", Talk.NOON);

        for (var input : inputs) {
            turn = conversation.after(turn.next(), input, Talk.NOON);
            assertThat(turn.directives().getLast()).isNotInstanceOf(Directive.Say.class);
            assertThat(turn.directives().subList(0, turn.directives().size() - 1))
                    .allMatch(Directive.Say.class::isInstance);
            assertThat(turn.facts().stream().filter(Fact.ConversationEnded.class::isInstance))
                    .hasSizeLessThanOrEqualTo(turn.next().ended() ? 1 : 0);
        }
    }

    private static Stream<Fact.AnswerRecorded> answers(Turn turn) {
        return turn.facts().stream()
                .flatMap(it -> it instanceof Fact.AnswerRecorded answer ? Stream.of(answer) : Stream.empty());
    }
}
