package io.tablecall.simulator.eightbyeight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tablecall.simulator.Control;
import io.tablecall.simulator.RunningSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningSimulator
class EightByEightFaultsTest {

    private static final String NUMBER = "+6593000001";

    private final Control control;
    private final Customer customer;

    EightByEightFaultsTest(@LocalServerPort int port) {
        control = new Control(port);
        customer = new Customer(port);
    }

    @BeforeEach
    void reset() {
        control.reset();
        customer.listeningTo("VCA", "VSS");
    }

    @AfterEach
    void close() {
        customer.close();
    }

    @Test
    void a_lost_vca_is_a_question_never_answered() {
        control.settings("{\"vcaPatienceMillis\":100}");
        control.fault("LOSE", "8x8", "VCA");

        var session = customer.call(NUMBER);

        assertThat(customer.summary(session).payload().path("sessionStatus").stringValue())
                .isEqualTo("ERROR");
        assertThat(customer.of(session, "VCA")).isEmpty();
    }

    @Test
    void a_duplicate_is_the_same_event_twice() {
        control.fault("DUPLICATE", "8x8", "VCA");

        var session = customer.call(NUMBER);

        customer.summary(session);
        assertThat(customer.of(session, "VCA")).hasSize(2);
        assertThat(customer.of(session, "VCA").stream()
                        .map(each -> each.payload().path("eventId").stringValue())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void a_reordered_vca_arrives_after_the_summary() {
        control.fault("REORDER", "8x8", "VCA");

        var session = customer.call(NUMBER);

        await().until(() -> !customer.of(session, "VCA").isEmpty());
        assertThat(customer.of(session)).extracting(Customer.Received::kind).containsExactly("VSS", "VCA");
    }

    @Test
    void a_delayed_summary_still_arrives() {
        control.fault("DELAY", "8x8", "VSS");

        assertThat(customer.summary(customer.call(NUMBER)).kind()).isEqualTo("VSS");
    }

    @Test
    void a_reset_connection_does_not_stop_the_ring() {
        control.fault("ACCEPT_THEN_RESET", "8x8", "");

        assertThatThrownBy(() -> customer.order(Customer.menu(NUMBER))).isInstanceOf(Exception.class);
        assertThat(control.rings(NUMBER)).isEqualTo(1);
        await().until(() ->
                customer.received().stream().anyMatch(each -> each.kind().equals("VSS")));
    }

    @Test
    void an_error_after_acceptance_rings_all_the_same() {
        control.fault("ERROR_AFTER_ACCEPT", "8x8", "");

        customer.order(Customer.menu(NUMBER)).expectStatus().isEqualTo(500);

        assertThat(control.rings(NUMBER)).isEqualTo(1);
    }

    @Test
    void a_refusal_rings_nobody() {
        control.fault("REFUSE", "8x8", "");

        customer.order(Customer.menu(NUMBER)).expectStatus().isEqualTo(422);

        assertThat(control.rings(NUMBER)).isZero();
        customer.order(Customer.menu(NUMBER)).expectStatus().isOk();
    }

    @Test
    void news_of_the_call_can_come_before_the_answer_to_its_order() {
        control.fault("EVENT_BEFORE_RESPONSE", "8x8", "");

        var session = customer.call(NUMBER);

        assertThat(customer.of(session)).isNotEmpty();
    }
}
