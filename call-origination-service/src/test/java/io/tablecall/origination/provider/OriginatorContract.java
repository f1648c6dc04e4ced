package io.tablecall.origination.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tablecall.origination.Fixtures;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every way of placing a call must keep, real or not: each answer has one meaning, and one dial is one request. */
public interface OriginatorContract {

    /** How the other side behaves in one test. */
    enum Mood {
        ACCEPTS,
        REFUSES,
        IS_BUSY,
        BREAKS,
        NEVER_REPLIES,
        RESETS,
        TALKS_NONSENSE
    }

    Originator originatorFacing(Mood mood);

    /** An originator whose other side has no ear at all. */
    Originator originatorFacingNobody();

    int requestsSeen();

    @Test
    default void an_accepted_call_is_placed() {
        assertThat(answerWhenItIs(Mood.ACCEPTS)).isInstanceOf(Origination.Placed.class);
    }

    @Test
    default void a_refused_call_was_not_dialled() {
        assertThat(answerWhenItIs(Mood.REFUSES))
                .isInstanceOfSatisfying(
                        Origination.Refused.class,
                        refused -> assertThat(refused.outage()).isFalse());
    }

    @Test
    default void too_fast_means_ask_later() {
        assertThat(answerWhenItIs(Mood.IS_BUSY)).isInstanceOf(Origination.Busy.class);
    }

    @Test
    default void a_server_error_leaves_doubt() {
        assertThat(answerWhenItIs(Mood.BREAKS)).isInstanceOf(Origination.Unclear.class);
    }

    @Test
    default void silence_leaves_doubt() {
        assertThat(answerWhenItIs(Mood.NEVER_REPLIES)).isInstanceOf(Origination.Unclear.class);
    }

    @Test
    default void a_reset_leaves_doubt() {
        assertThat(answerWhenItIs(Mood.RESETS)).isInstanceOf(Origination.Unclear.class);
    }

    @Test
    default void an_unintelligible_answer_leaves_doubt() {
        assertThat(answerWhenItIs(Mood.TALKS_NONSENSE)).isInstanceOf(Origination.Unclear.class);
    }

    @Test
    default void whoever_cannot_be_reached_did_not_dial() {
        assertThat(originatorFacingNobody().originate(Fixtures.dial()).block(Duration.ofSeconds(20)))
                .isInstanceOfSatisfying(
                        Origination.Refused.class,
                        refused -> assertThat(refused.outage()).isTrue());
    }

    private Origination answerWhenItIs(Mood mood) {
        var answer = originatorFacing(mood).originate(Fixtures.dial()).block(Duration.ofSeconds(20));

        await().untilAsserted(() ->
                assertThat(requestsSeen()).as("requests for one dial").isEqualTo(1));
        assertThat(answer).isNotNull();
        return answer;
    }
}
