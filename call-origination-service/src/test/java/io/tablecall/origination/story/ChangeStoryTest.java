package io.tablecall.origination.story;

import static io.tablecall.schemas.reservation.Outcome.REFUSED;
import static io.tablecall.schemas.reservation.Outcome.UNREACHED;
import static io.tablecall.schemas.reservation.Outcome.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tablecall.origination.call.CallId;
import io.tablecall.schemas.call.AnswerRecorded;
import io.tablecall.schemas.call.CallEnded;
import io.tablecall.schemas.call.EndStatus;
import io.tablecall.schemas.reservation.ReservationCommand;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What happens to a call when the world changes around it. */
class ChangeStoryTest extends Story {

    @Test
    void an_opt_out_holds_for_the_number_that_was_called_not_for_the_one_the_booking_moved_to() {
        publish(confirm("opt-moved", 1, "+6591230301"));
        attemptIs("opt-moved", 1, "PLACED");
        publish(confirm("opt-moved", 2, "+6591230302"));
        rang("+6591230302", 1);
        hear("opt-moved", 1, 1, new AnswerRecorded("OPTED_OUT", "confirm", "9"));
        hear("opt-moved", 1, 1, ended(EndStatus.COMPLETED, null));
        publish(confirm("opt-old-number", 1, "+6591230301"));

        outcomeOf("opt-old-number", REFUSED);
        var suppressed = db.sql("SELECT guest_phone FROM suppression WHERE guest_phone LIKE '+659123030%'")
                .mapValue(String.class)
                .all()
                .collectList()
                .block(PATIENCE);
        assertThat(suppressed).containsExactly("+6591230301");
    }

    @Test
    void a_new_version_leaves_the_guest_the_pause_after_the_last_ring() {
        publish(confirm("rested", 1, "+6591230303"));
        attemptIs("rested", 1, "PLACED");
        hear("rested", 1, 1, ended(EndStatus.FAILED, "21"));
        outcomeOf("rested", UNREACHED);
        run("UPDATE attempt SET ended_at = now() + interval '1 hour' WHERE reservation_id = 'rested'");
        publish(confirm("rested", 2, "+6591230303"));
        attemptIs("rested", 1, "PLANNED");

        var later = db.sql("""
                        SELECT due_at > now() + interval '50 minutes' FROM attempt
                        WHERE reservation_id = 'rested' AND state = 'PLANNED'""").mapValue(Boolean.class).one().block(PATIENCE);
        assertThat(later).isTrue();
    }

    @Test
    void a_call_placed_for_a_booking_that_was_withdrawn_meanwhile_is_hung_up_until_it_is_over() {
        PROVIDER.takesItsTime("+6591230304");
        publish(onAsterisk("withdrawn-in-flight", "+6591230304"));
        attemptIs("withdrawn-in-flight", 1, "DIALLING");
        publish(withdraw("withdrawn-in-flight", 1));
        outcomeOf("withdrawn-in-flight", WITHDRAWN);
        attemptIs("withdrawn-in-flight", 1, "PLACED");
        int before = PROVIDER.hangUps(call("withdrawn-in-flight"));

        eventually(
                () -> assertThat(PROVIDER.hangUps(call("withdrawn-in-flight"))).isGreaterThan(before + 1));
        hear("withdrawn-in-flight", 1, 1, ended(EndStatus.CANCELED, null));
        attemptIs("withdrawn-in-flight", 1, "ENDED");
    }

    @Test
    void the_watchdog_hangs_up_before_it_closes_a_call() {
        publish(onAsterisk("endless", "+6591230305"));
        attemptIs("endless", 1, "PLACED");
        run(
                "UPDATE attempt SET picked_up = true, ends_by = now() - interval '1 second' WHERE reservation_id = 'endless'");
        attemptIs("endless", 1, "ENDED");

        assertThat(PROVIDER.hangUps(call("endless"))).isEqualTo(1);
    }

    @Test
    void nobody_is_called_while_the_broker_cannot_be_told() {
        run("""
                INSERT INTO outbox (topic, record_key, value, created_at)
                VALUES ('no topic has blanks', 'untold', '\\x00', now() - interval '1 minute')""");
        publish(confirm("untold", 1, "+6591230306"));
        attemptIs("untold", 1, "PLANNED");

        await().during(Duration.ofMillis(500)).until(() -> PROVIDER.rings("+6591230306") == 0);
        run("DELETE FROM outbox WHERE record_key = 'untold'");
        rang("+6591230306", 1);
    }

    private static ReservationCommand onAsterisk(String reservation, String phone) {
        return command(
                reservation, confirmation(1, phone).setProvider("asterisk").build());
    }

    private static CallId call(String reservation) {
        return CallId.of("default", reservation, 1, 1);
    }

    private static CallEnded ended(EndStatus status, @Nullable String cause) {
        return CallEnded.newBuilder().setStatus(status).setCause(cause).build();
    }
}
