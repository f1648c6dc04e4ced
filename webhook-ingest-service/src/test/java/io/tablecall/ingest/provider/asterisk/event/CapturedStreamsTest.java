package io.tablecall.ingest.provider.asterisk.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.tablecall.schemas.call.CallAnswered;
import io.tablecall.schemas.call.CallEnded;
import io.tablecall.schemas.call.CallRinging;
import io.tablecall.schemas.call.DigitsPressed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every stream captured from a real Asterisk gives the facts written down by hand in {@link ExpectedCalls}. */
class CapturedStreamsTest {

    static Stream<String> streams() {
        return Capture.names().stream();
    }

    @Test
    void every_captured_stream_has_its_expectation_and_none_is_missing() {
        assertThat(Capture.names()).hasSizeGreaterThan(40).containsExactlyInAnyOrderElementsOf(ExpectedCalls.files());
    }

    @ParameterizedTest
    @MethodSource("streams")
    void a_stream_tells_the_facts_of_its_calls(String stream) {
        var events = Capture.events(stream);

        var told = Capture.stories(events).stream()
                .map(story -> heard(story, events))
                .toList();

        assertThat(told).containsExactlyElementsOf(ExpectedCalls.of(stream));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void facts_are_told_once_and_in_the_order_of_a_calls_life(String stream) {
        var events = Capture.events(stream);

        var told = Capture.told(events);

        assertThat(told).doesNotHaveDuplicates().extracting(CallFact::eventId).doesNotHaveDuplicates();
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(Capture.stories(events).stream()
                        .flatMap(story -> story.facts().stream())
                        .toList());
        for (var story : Capture.stories(events)) assertThat(told).containsSubsequence(story.facts());
    }

    @ParameterizedTest
    @MethodSource("streams")
    void any_order_and_any_copies_tell_the_same_facts(String stream) {
        var events = Capture.events(stream);
        var once = facts(events);

        for (int seed = 0; seed < 20; seed++) {
            var shuffled = new ArrayList<>(events);
            shuffled.addAll(events);
            Collections.shuffle(shuffled, new Random(seed));

            assertThat(facts(shuffled)).isEqualTo(once);
            assertThat(new HashSet<>(Capture.told(shuffled))).containsAll(ends(once));
        }
    }

    @ParameterizedTest
    @MethodSource("streams")
    void hearing_all_again_tells_nothing_new(String stream) {
        var events = Capture.events(stream);
        var twice = new ArrayList<>(events);
        twice.addAll(events);

        assertThat(Capture.told(twice)).isEqualTo(Capture.told(events));
    }

    private static ExpectedCalls.Heard heard(ChannelStory story, List<AriEvent> events) {
        var facts = story.facts().stream().map(CallFact::detail).toList();
        var ended = facts.stream()
                .filter(CallEnded.class::isInstance)
                .map(CallEnded.class::cast)
                .findFirst();
        assertThat(facts).noneMatch(DigitsPressed.class::isInstance);
        return new ExpectedCalls.Heard(
                story.channel().replaceAll("-[0-9a-f]{6,8}$", ""),
                facts.stream().anyMatch(CallRinging.class::isInstance),
                facts.stream().anyMatch(CallAnswered.class::isInstance),
                ended.map(end -> end.getStatus().name()).orElse("-"),
                ended.map(CallEnded::getCause).orElse("-"),
                ended.map(CallEnded::getTalkSeconds).filter(talk -> talk > 0).isPresent(),
                events.stream()
                        .filter(AriEvent.DigitReceived.class::isInstance)
                        .map(AriEvent.DigitReceived.class::cast)
                        .filter(key -> key.channel().id().equals(story.channel()))
                        .map(AriEvent.DigitReceived::digit)
                        .collect(Collectors.joining()));
    }

    private static Set<CallFact> facts(List<AriEvent> events) {
        var facts = new HashSet<CallFact>();
        for (var story : Capture.stories(events)) facts.addAll(story.facts());
        return facts;
    }

    private static List<CallFact> ends(Set<CallFact> facts) {
        return facts.stream().filter(fact -> fact.detail() instanceof CallEnded).toList();
    }
}
