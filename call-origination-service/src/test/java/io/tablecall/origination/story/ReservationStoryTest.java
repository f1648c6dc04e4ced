package io.tablecall.origination.story;

import static io.tablecall.schemas.reservation.Outcome.CANCELLED;
import static io.tablecall.schemas.reservation.Outcome.CONFIRMED;
import static io.tablecall.schemas.reservation.Outcome.EXPIRED;
import static io.tablecall.schemas.reservation.Outcome.REFUSED;
import static io.tablecall.schemas.reservation.Outcome.UNREACHED;
import static io.tablecall.schemas.reservation.Outcome.UNRESOLVED;
import static io.tablecall.schemas.reservation.Outcome.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.tablecall.origination.call.CallId;
import io.tablecall.schemas.call.AnswerRecorded;
import io.tablecall.schemas.call.CallEnded;
import io.tablecall.schemas.call.CallEvent;
import io.tablecall.schemas.call.CallPlaced;
import io.tablecall.schemas.call.CallRefused;
import io.tablecall.schemas.call.CallRequested;
import io.tablecall.schemas.call.CallUnclear;
import io.tablecall.schemas.call.EndStatus;
import io.tablecall.schemas.call.Provenance;
import io.tablecall.schemas.reservation.ReservationCommand;
import io.tablecall.schemas.reservation.ReservationOutcome;
import java.time.Instant;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReservationStoryTest extends Story {

    @Test
    void a_command_becomes_a_call_and_the_key_pressed_its_outcome() {
        publish(confirm("confirm", 1, "+6591230001"));
        rang("+6591230001", 1);
        attemptIs("confirm", 1, "PLACED");
        hear("confirm", 1, 1, new AnswerRecorded("CONFIRMED", "main", "1"));
        hear("confirm", 1, 1, ended(EndStatus.COMPLETED, "COMPLETED"));

        var outcome = outcomeOf("confirm", CONFIRMED);
        assertThat(outcome.getKeyPressed()).isEqualTo("1");
        assertThat(outcome.getAttempts()).isEqualTo(1);
        assertThat(outcome.getCallId())
                .hasToString(CallId.of("default", "confirm", 1, 1).toString());
        eventually(() -> assertThat(details("confirm")).startsWith(CallRequested.class, CallPlaced.class));
    }

    @Test
    void a_redelivered_or_overtaken_command_changes_nothing() {
        var second = confirm("again", 2, "+6591230002");
        publish(second);
        publish(second);
        publish(confirm("again", 1, "+6591230003"));
        publish(confirm("again-sentinel", 1, "+6591230004"));
        rang("+6591230004", 1);
        attemptIs("again", 1, "PLACED");
        hear("again", 2, 1, new AnswerRecorded("CANCELLED", "main", "0"));
        outcomeOf("again", CANCELLED);

        assertThat(PROVIDER.rings("+6591230002")).isEqualTo(1);
        assertThat(PROVIDER.rings("+6591230003")).isZero();
    }

    @Test
    void a_busy_guest_is_tried_again_until_the_budget_is_spent() {
        publish(confirm("busy", 1, "+6591230005"));
        for (int attempt = 1; attempt <= 3; attempt++) {
            attemptIs("busy", attempt, "PLACED");
            hear("busy", 1, attempt, ended(EndStatus.BUSY, "17"));
        }

        assertThat(outcomeOf("busy", UNREACHED).getAttempts()).isEqualTo(3);
        assertThat(PROVIDER.rings("+6591230005")).isEqualTo(3);
    }

    @Test
    void a_declined_call_is_not_repeated() {
        publish(confirm("declined", 1, "+6591230006"));
        attemptIs("declined", 1, "PLACED");
        hear("declined", 1, 1, ended(EndStatus.FAILED, "21"));

        assertThat(outcomeOf("declined", UNREACHED).getAttempts()).isEqualTo(1);
    }

    @Test
    void an_answer_that_comes_after_the_end_still_counts() {
        publish(confirm("late", 1, "+6591230007"));
        attemptIs("late", 1, "PLACED");
        hear("late", 1, 1, ended(EndStatus.COMPLETED, "COMPLETED"));
        outcomeOf("late", UNRESOLVED);
        hear("late", 1, 1, new AnswerRecorded("CONFIRMED", "main", "1"));
        hear("late", 1, 1, new AnswerRecorded("CONFIRMED", "main", "1"));

        outcomeOf("late", CONFIRMED);
        assertThat(witness.outcomesOf("late"))
                .extracting(ReservationOutcome::getOutcome)
                .doesNotHaveDuplicates();
    }

    @Test
    void an_opt_out_holds_at_once_also_for_the_guests_other_bookings() {
        publish(confirm("opt-out", 1, "+6591230008"));
        attemptIs("opt-out", 1, "PLACED");
        publish(confirm("opt-out-queued", 1, "+6591230008"));
        attemptIs("opt-out-queued", 1, "PLANNED");
        hear("opt-out", 1, 1, new AnswerRecorded("OPTED_OUT", "main", "9"));
        hear("opt-out", 1, 1, ended(EndStatus.COMPLETED, null));

        assertThat(outcomeOf("opt-out", REFUSED).getKeyPressed()).isEqualTo("9");
        assertThat(outcomeOf("opt-out-queued", REFUSED).getAttempts()).isZero();
        assertThat(PROVIDER.rings("+6591230008")).isEqualTo(1);
    }

    @Test
    void a_number_is_in_one_call_at_a_time() {
        publish(confirm("same-number-a", 1, "+6591230009"));
        attemptIs("same-number-a", 1, "PLACED");
        publish(confirm("same-number-b", 1, "+6591230009"));
        attemptIs("same-number-b", 1, "PLANNED");
        assertThat(PROVIDER.rings("+6591230009")).isEqualTo(1);
        hear("same-number-a", 1, 1, ended(EndStatus.COMPLETED, null));

        rang("+6591230009", 2);
        attemptIs("same-number-b", 1, "PLACED");
    }

    @Test
    void a_withdrawn_reservation_is_not_called_again() {
        publish(confirm("withdrawn", 1, "+6591230010"));
        attemptIs("withdrawn", 1, "PLACED");
        publish(withdraw("withdrawn", 1));
        outcomeOf("withdrawn", WITHDRAWN);
        hear("withdrawn", 1, 1, ended(EndStatus.BUSY, "17"));
        attemptIs("withdrawn", 1, "ENDED");
        publish(confirm("withdrawn", 1, "+6591230010"));
        publish(confirm("withdrawn-sentinel", 1, "+6591230011"));
        rang("+6591230011", 1);

        assertThat(PROVIDER.rings("+6591230010")).isEqualTo(1);
    }

    @Test
    void a_withdrawal_that_overtook_its_command_still_holds() {
        publish(withdraw("overtaken", 1));
        publish(confirm("overtaken", 1, "+6591230012"));

        assertThat(outcomeOf("overtaken", WITHDRAWN).getAttempts()).isZero();
        assertThat(PROVIDER.rings("+6591230012")).isZero();
    }

    @Test
    void a_moved_booking_ends_its_old_version_and_goes_on_with_the_new_one() {
        publish(confirm("moved", 1, "+6591230013"));
        attemptIs("moved", 1, "PLACED");
        hear("moved", 1, 1, ended(EndStatus.BUSY, "17"));
        rang("+6591230013", 2);
        publish(confirm("moved", 2, "+6591230014"));
        rang("+6591230014", 1);
        attemptIs("moved", 1, "PLACED");
        hear("moved", 2, 1, ended(EndStatus.NO_ANSWER, "19"));

        eventually(() -> assertThat(witness.outcomesOf("moved"))
                .extracting(ReservationOutcome::getVersion, ReservationOutcome::getOutcome)
                .containsExactly(Tuple.tuple(1, WITHDRAWN), Tuple.tuple(2, UNREACHED)));
        assertThat(PROVIDER.rings("+6591230014")).isEqualTo(1);
    }

    @Test
    void a_definite_refusal_ends_the_matter() {
        PROVIDER.refuses("+6591230015");
        publish(confirm("refused", 1, "+6591230015"));

        outcomeOf("refused", UNREACHED);
        assertThat(details("refused")).contains(CallRefused.class);
        assertThat(PROVIDER.rings("+6591230015")).isEqualTo(1);
    }

    @Test
    void an_unknown_answer_is_never_dialled_again_and_the_watchdog_closes_it() {
        PROVIDER.resets("+6591230016");
        publish(confirm("unclear", 1, "+6591230016"));
        attemptIs("unclear", 1, "UNCLEAR");
        run("UPDATE attempt SET ends_by = now() - interval '1 second' WHERE reservation_id = 'unclear'");

        outcomeOf("unclear", UNREACHED);
        eventually(() -> assertThat(witness.factsOf("unclear"))
                .filteredOn(fact -> fact.getDetail() instanceof CallEnded)
                .extracting(CallEvent::getProvenance)
                .containsExactly(Provenance.WATCHDOG));
        assertThat(details("unclear")).contains(CallUnclear.class);
        assertThat(PROVIDER.rings("+6591230016")).isEqualTo(1);
    }

    @Test
    void a_dial_whose_process_died_counts_as_unclear_and_an_answer_still_decides_it() {
        publish(confirm("orphan", 1, "+6591230017"));
        attemptIs("orphan", 1, "PLACED");
        run("""
                UPDATE attempt SET state = 'DIALLING', provider_call_id = NULL, lease_until = now() - interval '1 second'
                WHERE reservation_id = 'orphan'""");
        attemptIs("orphan", 1, "UNCLEAR");
        hear("orphan", 1, 1, new AnswerRecorded("CONFIRMED", "main", "1"));

        outcomeOf("orphan", CONFIRMED);
        assertThat(PROVIDER.rings("+6591230017")).isEqualTo(1);
    }

    @Test
    void a_command_that_waited_too_long_expires() {
        var detail = confirmation(1, "+6591230018")
                .setReservationTime(Instant.parse("2026-01-01T12:00:00Z"))
                .build();
        var command = command("expired", detail);
        command = ReservationCommand.newBuilder(command)
                .setIssuedAt(Instant.parse("2026-01-01T08:00:00Z"))
                .build();
        publish(command);

        outcomeOf("expired", EXPIRED);
        assertThat(PROVIDER.rings("+6591230018")).isZero();
    }

    private List<Class<?>> details(String reservation) {
        return witness.factsOf(reservation).stream()
                .<Class<?>>map(fact -> fact.getDetail().getClass())
                .toList();
    }

    private static CallEnded ended(EndStatus status, @Nullable String cause) {
        return CallEnded.newBuilder().setStatus(status).setCause(cause).build();
    }
}
