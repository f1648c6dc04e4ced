package io.tablecall.simulator.eightbyeight;

import static org.assertj.core.api.Assertions.assertThat;

import io.tablecall.simulator.Control;
import io.tablecall.simulator.RunningSimulator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningSimulator
class GuestsOverEightByEightTest {

    private final Control control;
    private final Customer customer;

    GuestsOverEightByEightTest(@LocalServerPort int port) {
        control = new Control(port);
        customer = new Customer(port);
    }

    @BeforeEach
    void reset() {
        control.reset();
        customer.listeningTo("VCS", "VCA", "VSS");
    }

    @AfterEach
    void close() {
        customer.close();
    }

    @ParameterizedTest
    @CsvSource({
        "01, COMPLETED, 200, 1", "02, COMPLETED, 200, 0", "04, COMPLETED, 200, none", "05, BUSY, 486, ",
        "06, FAILED, 603, ", "07, NO_ANSWER, 480, ", "08, COMPLETED, 200, ", "09, COMPLETED, 200, ",
        "10, FAILED, 404, ", "11, FAILED, 503, ", "12, NO_ANSWER, 480, ", "14, COMPLETED, 200, 9",
        "77, COMPLETED, 200, 1"
    })
    void each_guest_ends_the_session_as_documented(String guest, String status, int sip, String digits) {
        customer.answering(Customer.THANKS_AND_HANG_UP);

        var session = customer.call("65900000" + guest);

        var summary = customer.summary(session);
        assertThat(summary.payload().path("sessionStatus").stringValue()).isEqualTo(status);
        assertThat(customer.digits(session)).isEqualTo(digits == null ? List.of() : List.of(digits));
        assertThat(customer.of(session, "VCS")
                        .getLast()
                        .payload()
                        .path("sipCode")
                        .intValue())
                .isEqualTo(sip);
        assertThat(customer.of(session).getLast()).isEqualTo(summary);
        assertThat(customer.of(session)).allMatch(each -> each.authorization().equals("sesame"));
    }

    @ParameterizedTest
    @CsvSource({"03, 7", "15, 8"})
    void a_second_question_gets_a_second_key(String guest, String first) {
        customer.answering(Customer.askAgain(), Customer.THANKS_AND_HANG_UP);

        var session = customer.call("+65900000" + guest);

        customer.summary(session);
        assertThat(customer.digits(session)).containsExactly(first, "1");
        assertThat(customer.of(session, "VCA")
                        .getLast()
                        .payload()
                        .path("clientActionId")
                        .stringValue())
                .isEqualTo("again");
    }

    @Test
    void a_busy_guest_confirms_on_the_second_ring() {
        var busy = customer.summary(customer.call("6591000013"));
        var second = customer.call("6591000013");

        customer.summary(second);
        assertThat(busy.payload().path("sessionStatus").stringValue()).isEqualTo("BUSY");
        assertThat(customer.digits(second)).containsExactly("1");
        assertThat(control.rings("+6591000013")).isEqualTo(2);
    }

    @Test
    void failures_of_the_network_carry_their_error_code() {
        var unknown = customer.summary(customer.call("6590000010")).payload();
        var full = customer.summary(customer.call("6590000011")).payload();

        assertThat(unknown.path("errorDetails").path("errorCode").intValue()).isEqualTo(-2004);
        assertThat(full.path("errorDetails").path("errorCode").intValue()).isEqualTo(-2010);
    }

    @Test
    void a_silent_guest_is_asked_as_often_as_ordered_and_then_reported_as_null() {
        var session = customer.call("6590000004");

        customer.summary(session);
        var captured = customer.of(session, "VCA").getFirst().payload().path("eventData");
        assertThat(captured.has("dtmf")).isTrue();
        assertThat(captured.path("dtmf").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"callflow\":[]}", "no json", "{\"callflow\":[{\"action\":\"wait\"}]}", "{}"})
    void an_answer_that_is_no_callflow_ends_the_session_in_error(String answer) {
        customer.answering(answer);

        var payload = customer.summary(customer.call("6590000001")).payload();

        assertThat(payload.path("sessionStatus").stringValue()).isEqualTo("ERROR");
        assertThat(payload.path("errorDetails").path("errorCode").intValue()).isEqualTo(-2003);
        assertThat(payload.path("errorDetails").path("action").stringValue()).isEqualTo("SAY_AND_CAPTURE");
    }

    @Test
    void the_shapes_of_digits_and_legs_can_be_switched() {
        control.settings("{\"dtmfShape\":\"legacy\",\"legKey\":\"CallA\",\"summaryVersion\":0}");
        var session = customer.call("6590000001");

        var summary = customer.summary(session);
        var vca = customer.of(session, "VCA").getFirst().payload();
        assertThat(vca.path("callStatus").stringValue()).isEqualTo("DTMF_RECEIVED");
        assertThat(vca.path("dtmf").stringValue()).isEqualTo("1");
        assertThat(summary.payload().path("details").has("CallA")).isTrue();
        assertThat(summary.body().has("version")).isFalse();
    }

    @Test
    void a_say_inside_a_longer_answer_is_reported_only_when_wanted() {
        control.settings("{\"vcaAfterSay\":true,\"dtmfShape\":\"string\"}");
        customer.answering(Customer.THANKS_AND_HANG_UP, Customer.HANG_UP);

        var session = customer.call("6590000001");

        customer.summary(session);
        assertThat(customer.of(session, "VCA")).hasSize(2);
        assertThat(customer.of(session, "VCA")
                        .getFirst()
                        .payload()
                        .path("eventData")
                        .stringValue())
                .isEqualTo("1");
    }

    @Test
    void a_bridged_party_rings_and_shows_as_a_second_leg() {
        customer.answering(
                "{\"callflow\":[{\"action\":\"makeCall\",\"params\":{\"source\":\"6561115777\",\"destination\":\"6592000001\"}}]}");

        var summary = customer.summary(customer.call("6590000001")).payload();

        assertThat(summary.path("callCount").intValue()).isEqualTo(2);
        assertThat(summary.path("details").path("callB").path("callStatus").stringValue())
                .isEqualTo("COMPLETED");
        assertThat(control.rings("+6592000001")).isEqualTo(1);
    }
}
