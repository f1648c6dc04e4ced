package io.tablecall.simulator.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tablecall.simulator.Control;
import io.tablecall.simulator.RunningSimulator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningSimulator
class AriFaultsTest {

    private static final String BUSY = "+6594000005";

    private final Control control;
    private final AriClient ari;

    AriFaultsTest(@LocalServerPort int port) {
        control = new Control(port);
        ari = new AriClient(port, "faulty");
    }

    @BeforeEach
    void connect() {
        control.reset();
        ari.connected(true);
    }

    @AfterEach
    void close() {
        ari.close();
    }

    @Test
    void a_lost_event_never_arrives() {
        control.fault("LOSE", "asterisk", "ChannelHangupRequest");
        ari.call("lost", BUSY);

        ari.await("ChannelDestroyed", "lost");
        assertThat(ari.of("ChannelHangupRequest", "lost")).isEmpty();
    }

    @Test
    void a_duplicate_arrives_twice() {
        control.fault("DUPLICATE", "asterisk", "ChannelDestroyed");
        ari.call("double", BUSY);

        ari.awaitNth("ChannelDestroyed", "double", 2);
    }

    @Test
    void a_reordered_event_follows_its_successor() {
        control.fault("REORDER", "asterisk", "ChannelHangupRequest");
        ari.call("swapped", BUSY);

        ari.await("ChannelDestroyed", "swapped");
        assertThat(ari.story("swapped")).endsWith("Dial BUSY", "ChannelHangupRequest", "ChannelDestroyed");
    }

    @Test
    void a_delayed_event_holds_up_those_behind_it() {
        control.fault("DELAY", "asterisk", "ChannelHangupRequest");
        ari.call("late", BUSY);

        ari.await("ChannelDestroyed", "late");
        assertThat(ari.story("late")).endsWith("ChannelHangupRequest", "Dial BUSY", "ChannelDestroyed");
    }

    @Test
    void a_reset_connection_does_not_stop_the_ring() {
        control.fault("ACCEPT_THEN_RESET", "asterisk", "");

        assertThatThrownBy(() -> ari.call("reset", BUSY)).isInstanceOf(Exception.class);

        ari.await("ChannelDestroyed", "reset");
        assertThat(control.rings(BUSY)).isEqualTo(1);
    }

    @Test
    void an_error_after_acceptance_rings_all_the_same() {
        control.fault("ERROR_AFTER_ACCEPT", "asterisk", "");
        ari.originate("{\"endpoint\":\"PJSIP/%s@t\",\"app\":\"faulty\",\"channelId\":\"erred\"}".formatted(BUSY))
                .expectStatus()
                .isEqualTo(500);

        ari.await("ChannelDestroyed", "erred");
    }

    @Test
    void a_refusal_rings_nobody() {
        control.fault("REFUSE", "asterisk", "");
        ari.originate("{\"endpoint\":\"PJSIP/%s@t\",\"app\":\"faulty\"}".formatted(BUSY))
                .expectStatus()
                .isEqualTo(500)
                .expectBody()
                .json("{\"error\":\"Allocation failed\"}");

        assertThat(control.rings(BUSY)).isZero();
    }

    @Test
    void events_can_outrun_the_answer_to_the_originate() {
        control.fault("EVENT_BEFORE_RESPONSE", "asterisk", "");

        ari.call("early", BUSY);

        assertThat(ari.story("early")).contains("ChannelCreated", "Dial ");
    }

    @Test
    void a_dropped_socket_unregisters_the_application() {
        control.fault("DROP_SOCKET", "asterisk", "");

        Awaitility.await().until(() -> ari.isClosed() && !ari.isRegistered());
    }

    @Test
    void a_socket_can_be_dropped_at_a_given_event() {
        control.fault("DROP_SOCKET", "asterisk", "ChannelDestroyed");
        ari.call("dropped", BUSY);

        Awaitility.await().until(() -> ari.isClosed() && !ari.isRegistered());
        assertThat(ari.of("ChannelDestroyed", "dropped")).isEmpty();
    }
}
