package io.tablecall.endtoend;

import static io.tablecall.endtoend.RunningStack.guest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tablecall.localstack.App;
import io.tablecall.schemas.call.AnswerRecorded;
import io.tablecall.schemas.call.CallUnclear;
import io.tablecall.schemas.call.MenuEntered;
import io.tablecall.schemas.reservation.Outcome;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What breaks, and what holds all the same. */
@Isolated
class FaultStoriesTest {

    private final RunningStack running = RunningStack.shared();

    @AfterEach
    void mend() {
        running.simulator.clear();
    }

    @Test
    void a_webhook_with_a_bad_token_is_turned_away() {
        var hook = URI.create(running.stack.url(App.INGEST) + "/api/webhooks/vss");

        var answer = running.simulator.post(hook, "Bearer forged", "{\"payload\":{\"sessionId\":\"forged\"}}");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void a_poison_record_is_parked_with_its_cause_while_the_next_flows() {
        var poison = running.upstream.asks("poison", guest(1), "no-such-provider");
        running.upstream.publishGarbage(poison + "-garbage");
        var good = running.upstream.asks("behind-poison", guest(1), "8x8");

        assertThat(running.upstream.awaitOutcome(good).getOutcome()).isEqualTo(Outcome.CONFIRMED);
        await().untilAsserted(() -> {
            assertThat(running.upstream.deadLetters(poison)).hasSize(1);
            assertThat(running.upstream.deadLetters(poison + "-garbage"))
                    .singleElement()
                    .satisfies(letter -> assertThat(new String(letter.value(), java.nio.charset.StandardCharsets.UTF_8))
                            .startsWith("neither magic byte"));
        });
        assertThat(running.upstream.deadLetters(poison).getFirst().headers()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8x8", "asterisk"})
    void news_that_comes_twice_changes_nothing(String provider) {
        running.simulator.order("DUPLICATE", provider, 6);

        var reservation = running.upstream.asks("twice", guest(1), provider);

        assertThat(running.upstream.awaitOutcome(reservation).getOutcome()).isEqualTo(Outcome.CONFIRMED);
        await().until(() -> running.upstream
                .facts(reservation, io.tablecall.schemas.call.CallEnded.class)
                .findAny()
                .isPresent());
        assertThat(running.upstream
                        .calls(reservation)
                        .filter(event -> event.getDetail() instanceof AnswerRecorded)
                        .map(event -> event.getEventId())
                        .distinct())
                .hasSize(1);
        assertThat(running.upstream.outcomes(reservation)).isEqualTo(1);
    }

    @Test
    void news_out_of_order_tells_the_same_story() {
        running.simulator.order("REORDER", "8x8", 1, "VCS");

        var reservation = running.upstream.asks("reordered", guest(1), "8x8");

        assertThat(running.upstream.awaitOutcome(reservation).getOutcome()).isEqualTo(Outcome.CONFIRMED);
    }

    @Test
    void a_call_whose_answer_was_lost_is_never_dialled_again() {
        var number = guest(1);
        running.simulator.order("ACCEPT_THEN_RESET", "asterisk", 1);

        var reservation = running.upstream.asks("reset", number, "asterisk");

        assertThat(running.upstream.awaitOutcome(reservation).getOutcome()).isEqualTo(Outcome.CONFIRMED);
        assertThat(running.upstream.facts(reservation, CallUnclear.class)).hasSizeLessThanOrEqualTo(1);
        assertThat(running.simulator.rings(number)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8x8", "asterisk"})
    void killed_between_commit_and_answer_origination_rings_once(String provider) {
        var number = guest(1);
        running.simulator.order("EVENT_BEFORE_RESPONSE", provider, 1);

        var reservation = running.upstream.asks("killed", number, provider);
        await().pollInterval(Duration.ofMillis(5)).until(() -> running.simulator.rings(number) == 1);
        var origination = running.stack.part(App.ORIGINATION);
        origination.kill();
        origination.start();

        var sentinel = running.upstream.asks("after-kill", guest(1), provider);
        assertThat(running.upstream.awaitOutcome(sentinel).getOutcome()).isEqualTo(Outcome.CONFIRMED);
        assertThat(running.simulator.rings(number)).isEqualTo(1);
        if (provider.equals("asterisk")) {
            assertThat(running.upstream.awaitOutcome(reservation).getOutcome()).isEqualTo(Outcome.CONFIRMED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"8x8", "asterisk"})
    void with_the_broker_gone_a_guest_still_hears_the_next_prompt(String provider) {
        var number = guest(3);
        var reservation = running.upstream.asks("no-broker", number, provider);
        await().pollInterval(Duration.ofMillis(5))
                .until(() -> running.upstream
                        .facts(reservation, MenuEntered.class)
                        .findAny()
                        .isPresent());
        var broker = running.stack.infrastructure().kafka().process();

        broker.kill();
        try {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> running.simulator.pressed(number).equals("71"));
            assertThat(broker.isAlive()).isFalse();
        } finally {
            broker.start();
        }

        assertThat(running.upstream.awaitOutcome(reservation).getOutcome()).isEqualTo(Outcome.CONFIRMED);
    }
}
