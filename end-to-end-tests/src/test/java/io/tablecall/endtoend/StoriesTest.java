package io.tablecall.endtoend;

import static io.tablecall.endtoend.RunningStack.guest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tablecall.localstack.App;
import io.tablecall.schemas.call.AnswerRecorded;
import io.tablecall.schemas.call.CallEnded;
import io.tablecall.schemas.call.CallRequested;
import io.tablecall.schemas.call.DigitsPressed;
import io.tablecall.schemas.call.EndStatus;
import io.tablecall.schemas.reservation.Outcome;
import jakarta.mail.Message;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** One reservation, from topic to outcome, over each provider. */
@Execution(ExecutionMode.CONCURRENT)
@ParameterizedClass
@ValueSource(strings = {"8x8", "asterisk"})
class StoriesTest {

    private final RunningStack running = RunningStack.shared();
    private final String provider;

    StoriesTest(String provider) {
        this.provider = provider;
    }

    @Test
    void a_guest_confirms() throws Exception {
        var number = guest(1);
        var reservation = running.upstream.asks("confirm", number, provider);

        var outcome = running.upstream.awaitOutcome(reservation);
        assertThat(outcome.getOutcome()).isEqualTo(Outcome.CONFIRMED);
        assertThat(outcome.getKeyPressed()).isEqualTo("1");
        assertThat(outcome.getProvider()).isEqualTo(provider);
        assertThat(running.simulator.rings(number)).isEqualTo(1);
        awaitEnd(reservation, EndStatus.COMPLETED);
        await().untilAsserted(() -> assertThat(mailsTo(reservation)).hasSize(1));
        assertThat(mailsTo(reservation).getFirst()).startsWith("Confirmed: table for 4");
        await().untilAsserted(() -> assertThat(board()).contains(reservation));
    }

    @Test
    void a_guest_cancels() {
        var reservation = running.upstream.asks("cancel", guest(2), provider);

        assertThat(running.upstream.awaitOutcome(reservation).getOutcome()).isEqualTo(Outcome.CANCELLED);
    }

    @Test
    void a_wrong_key_is_asked_again() {
        var reservation = running.upstream.asks("wrong-key", guest(3), provider);

        assertThat(running.upstream.awaitOutcome(reservation).getOutcome()).isEqualTo(Outcome.CONFIRMED);
        assertThat(running.upstream.facts(reservation, DigitsPressed.class).map(DigitsPressed::getDigits))
                .containsExactly("7", "1");
    }

    @Test
    void silence_is_not_consent() {
        var number = guest(4);
        var reservation = running.upstream.asks("silence", number, provider);

        assertThat(running.upstream.awaitOutcome(reservation).getOutcome()).isEqualTo(Outcome.UNRESOLVED);
        assertThat(running.upstream.facts(reservation, AnswerRecorded.class)).isEmpty();
        assertThat(running.simulator.rings(number)).isEqualTo(1);
    }

    @Test
    void a_busy_guest_is_called_again_and_confirms() {
        var number = guest(13);
        var reservation = running.upstream.asks("busy", number, provider);

        var outcome = running.upstream.awaitOutcome(reservation);
        assertThat(outcome.getOutcome()).isEqualTo(Outcome.CONFIRMED);
        assertThat(outcome.getAttempts()).isEqualTo(2);
        assertThat(running.simulator.rings(number)).isEqualTo(2);
        assertThat(running.upstream.facts(reservation, CallEnded.class).map(CallEnded::getStatus))
                .startsWith(EndStatus.BUSY);
    }

    @Test
    void an_unanswered_guest_is_called_until_the_budget_is_spent() {
        var number = guest(7);
        var reservation = running.upstream.asks("no-answer", number, provider);

        assertThat(running.upstream.awaitOutcome(reservation).getOutcome()).isEqualTo(Outcome.UNREACHED);
        assertThat(running.simulator.rings(number)).isEqualTo(3);
        assertThat(running.upstream.facts(reservation, CallRequested.class)).hasSize(3);
    }

    @Test
    void hanging_up_in_mid_prompt_is_no_answer() {
        var number = guest(9);
        var reservation = running.upstream.asks("mid-prompt", number, provider);

        assertThat(running.upstream.awaitOutcome(reservation).getOutcome()).isEqualTo(Outcome.UNRESOLVED);
        assertThat(running.simulator.rings(number)).isEqualTo(1);
    }

    @Test
    void a_declined_call_is_not_tried_again() {
        var number = guest(6);
        var reservation = running.upstream.asks("declined", number, provider);

        assertThat(running.upstream.awaitOutcome(reservation).getOutcome()).isEqualTo(Outcome.UNREACHED);
        assertThat(running.simulator.rings(number)).isEqualTo(1);
    }

    @Test
    void a_guest_who_opts_out_is_not_called_for_the_next_table_either() {
        var number = guest(14);
        var first = running.upstream.asks("opt-out", number, provider);
        assertThat(running.upstream.awaitOutcome(first).getOutcome()).isEqualTo(Outcome.REFUSED);

        var second = running.upstream.asks("after-opt-out", number, provider);
        assertThat(running.upstream.awaitOutcome(second).getOutcome()).isEqualTo(Outcome.REFUSED);
        assertThat(running.simulator.rings(number)).isEqualTo(1);
    }

    private void awaitEnd(String reservation, EndStatus status) {
        await().untilAsserted(() -> assertThat(
                        running.upstream.facts(reservation, CallEnded.class).map(CallEnded::getStatus))
                .containsExactly(status));
    }

    private List<String> mailsTo(String reservation) {
        return running.stack.mail().messages().stream()
                .filter(mail -> recipients(mail).contains(reservation.toLowerCase(Locale.ROOT)))
                .map(StoriesTest::subject)
                .toList();
    }

    private String board() {
        return running.simulator
                .get(running.stack.url(App.ANALYTICS).resolve("/"))
                .body();
    }

    private static String recipients(Message mail) {
        try {
            return Arrays.toString(mail.getAllRecipients());
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String subject(Message mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
