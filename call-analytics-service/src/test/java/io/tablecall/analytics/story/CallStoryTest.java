package io.tablecall.analytics.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CallStoryTest {

    private static final List<CallFact> CONFIRMED = List.of(
            fact("10:00:00", new Happening.Requested("+***67", "Trattoria")),
            fact("10:00:01", new Happening.Placed()),
            fact("10:00:02", new Happening.Ringing()),
            fact("10:00:05", new Happening.Answered()),
            fact("10:00:05", new Happening.Asked("ask", "en-US", "Hello")),
            fact("10:00:09", new Happening.Pressed("1")),
            fact("10:00:09", new Happening.Answer("CONFIRMED", "1")),
            fact("10:00:10", new Happening.Concluded("COMPLETED")),
            fact("10:00:12", new Happening.Ended(CallStatus.COMPLETED, "COMPLETED", null, 7.0)));

    @Test
    void a_confirmed_call_is_told_whole() {
        var story = CallStory.of(CONFIRMED);

        assertThat(story.status()).isEqualTo(CallStatus.COMPLETED);
        assertThat(story.answer()).isEqualTo("CONFIRMED");
        assertThat(story.digits()).isEqualTo("1");
        assertThat(story.number()).isEqualTo("+***67");
        assertThat(story.talkSeconds()).isEqualTo(7.0);
        assertThat(story.heard()).isEqualTo(CONFIRMED.size());
    }

    @Test
    void any_order_of_hearing_tells_the_same_story() {
        var told = CallStory.of(CONFIRMED);
        var shuffled = new ArrayList<>(CONFIRMED);
        for (int seed = 0; seed < 500; seed++) {
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(CallStory.of(shuffled)).isEqualTo(told);
        }
    }

    @Test
    void ringing_heard_with_a_later_clock_does_not_take_a_call_back() {
        var story = CallStory.of(
                List.of(fact("10:00:05", new Happening.Answered()), fact("10:00:06", new Happening.Ringing())));

        assertThat(story.status()).isEqualTo(CallStatus.ANSWERED);
    }

    @Test
    void a_later_truth_corrects_a_watchdog() {
        var story = CallStory.of(List.of(
                fact("10:00:00", new Happening.Ended(CallStatus.FAILED, "watchdog", null, null)),
                fact("10:05:00", new Happening.Ended(CallStatus.COMPLETED, "COMPLETED", null, 30.0))));

        assertThat(story.status()).isEqualTo(CallStatus.COMPLETED);
        assertThat(story.cause()).isEqualTo("COMPLETED");
    }

    @Test
    void facts_that_come_after_the_end_leave_the_end() {
        var story = CallStory.of(List.of(
                fact("10:00:00", new Happening.Ended(CallStatus.BUSY, "17", "User busy", null)),
                fact("10:00:01", new Happening.Placed())));

        assertThat(story.status()).isEqualTo(CallStatus.BUSY);
        assertThat(story.cause()).isEqualTo("User busy");
    }

    @Test
    void every_kind_of_fact_survives_its_row() {
        for (var fact : CONFIRMED) {
            var happening = fact.happening();
            assertThat(HappeningJson.read(HappeningJson.kind(happening), HappeningJson.write(happening)))
                    .isEqualTo(happening);
        }
    }

    private static CallFact fact(String time, Happening happening) {
        return new CallFact(
                time + happening.getClass().getSimpleName(),
                "call-1",
                "default",
                "R-1",
                1,
                1,
                "8x8",
                null,
                Instant.parse("2026-03-01T" + time + "Z"),
                "PROVIDER",
                happening);
    }
}
