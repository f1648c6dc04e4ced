package io.tablecall.ingest.provider.asterisk.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tablecall.ingest.provider.asterisk.Scene;
import io.tablecall.ingest.provider.asterisk.ScriptedAsterisk.PlaybackEnd;
import io.tablecall.ingest.provider.asterisk.link.LinkState.Phase;
import io.tablecall.schemas.call.CallAnswered;
import io.tablecall.schemas.call.CallEnded;
import io.tablecall.schemas.call.EndStatus;
import io.tablecall.schemas.call.Provenance;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AriLinkTest {
    private static final String CALL = "0d9ba4a2-6d6b-5d6a-9f6e-0a5c7b1f2e11";
    private static final String OTHER = "aaaaaaaa-6d6b-5d6a-9f6e-0a5c7b1f2e11";
    private static final String FILTER = "PUT /applications/tablecall/eventFilter";
    private static final CallEnded GONE_UNANSWERED =
            new CallEnded(EndStatus.NO_ANSWER, null, "end was not heard, channel is gone", null);

    private Scene scene = new Scene();

    @AfterEach
    void clear() {
        scene.close();
    }

    @Test
    void the_filter_is_set_after_every_connect() {
        scene.live();
        scene.asterisk.drop();

        await().until(() ->
                scene.asterisk.connections() == 2 && scene.link.state().phase() == Phase.LIVE);
        assertThat(scene.asterisk.requests()).containsExactly(FILTER, "GET /channels", FILTER, "GET /channels");
    }

    @Test
    void a_refused_handshake_is_tried_again_on_a_new_connection() {
        scene.asterisk.refuseNext(404);
        scene.asterisk.refuseNext(503);

        scene.live();

        assertThat(scene.asterisk.callers()).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void wrong_credentials_are_told_as_such() {
        scene.close();
        scene = new Scene("wrong", Duration.ofMinutes(1), Duration.ofSeconds(5));
        scene.link.start();

        scene.await(Phase.UNAUTHORIZED);
    }

    @Test
    void a_peer_that_stays_silent_is_dead() {
        scene.close();
        scene = new Scene("aripass", Duration.ofMillis(400), Duration.ofSeconds(5));
        scene.live();

        scene.asterisk.playDead(true);
        await().until(() -> scene.asterisk.connections() > 1);
        scene.asterisk.playDead(false);

        scene.await(Phase.LIVE);
    }

    @Test
    void when_another_client_takes_the_application_we_give_it_up_and_do_not_fight() {
        scene.live();

        scene.asterisk.say("{\"type\":\"ApplicationReplaced\",\"timestamp\":\"2026-11-20T16:09:33.319+0000\"}");

        scene.await(Phase.REPLACED);
        await().until(() -> scene.ownership.released.get() > 0);
        assertThat(scene.asterisk.connections()).isEqualTo(1);
    }

    @Test
    void a_failure_nobody_foresaw_does_not_end_the_link() {
        scene.ownership.failures.set(2);

        scene.live();

        assertThat(scene.ownership.failures).hasValue(0);
    }

    @Test
    void a_lost_ownership_closes_the_connection_and_another_replica_waits() {
        scene.live();

        scene.ownership.lose();

        scene.await(Phase.STANDBY);
        assertThat(scene.asterisk.connections()).isEqualTo(1);
        scene.ownership.free = true;
        scene.await(Phase.LIVE);
    }

    @Test
    void a_call_whose_channel_is_gone_is_closed() {
        var unanswered = scene.call(CALL);
        var answered = scene.call(OTHER).begunElsewhere();

        scene.live();

        assertThat(unanswered.facts()).containsExactly(GONE_UNANSWERED);
        assertThat(answered.facts())
                .containsExactly(new CallEnded(EndStatus.COMPLETED, null, "end was not heard, channel is gone", null));
        assertThat(answered.provenances()).containsExactly(Provenance.RECONCILED);
        assertThat(answered.turns()).containsExactly("gone");
    }

    @Test
    void a_call_that_ended_while_we_were_away_is_closed() {
        scene.live();
        var call = scene.call(CALL);
        scene.asterisk.say("ChannelStateChange", CALL, "Up", "");
        scene.asterisk.say("StasisStart", CALL, "Up", "");
        await().until(() -> call.turns().contains("begin"));

        scene.asterisk.drop();

        await().untilAsserted(() -> assertThat(call.facts()).last().isInstanceOf(CallEnded.class));
        assertThat(((CallEnded) call.facts().getLast()).getStatus()).isEqualTo(EndStatus.COMPLETED);
        assertThat(call.turns()).containsExactly("begin", "gone");
    }

    @Test
    void a_call_whose_last_event_is_lost_ends_all_the_same() {
        scene.live();
        var call = scene.call(CALL);
        scene.asterisk.say("ChannelStateChange", CALL, "Ringing", "");

        scene.asterisk.say("ChannelHangupRequest", CALL, "Ringing", ",\"cause\":17");

        await().untilAsserted(() -> assertThat(call.facts()).contains(GONE_UNANSWERED));
        assertThat(call.provenances()).containsExactly(Provenance.PROVIDER, Provenance.RECONCILED);
    }

    @Test
    void a_call_requested_a_moment_ago_may_still_get_its_channel() {
        var young = scene.call(CALL, Clock.systemUTC().instant(), Duration.ofMinutes(1));
        var old = scene.call(OTHER);

        scene.live();

        assertThat(old.facts()).containsExactly(GONE_UNANSWERED);
        assertThat(young.facts()).isEmpty();
    }

    @Test
    void a_call_still_up_is_adopted_and_its_menu_asked_again() {
        scene.asterisk.hasChannel(CALL, "Up", "tablecall");
        var call = scene.call(CALL).begunElsewhere();

        scene.live();

        await().until(() -> scene.asterisk.requests().stream().anyMatch(r -> r.endsWith(" sound:press 1")));
        assertThat(call.facts()).containsExactly(new CallAnswered());
        assertThat(call.provenances()).containsExactly(Provenance.RECONCILED);
    }

    @Test
    void a_conversation_of_ours_goes_on_after_a_reconnect_with_the_same_menu() {
        scene.asterisk.playbacksEnd(PlaybackEnd.NEVER);
        scene.live();
        var call = scene.call(CALL);
        scene.asterisk.hasChannel(CALL, "Up", "tablecall");
        scene.asterisk.say("StasisStart", CALL, "Up", "");
        await().until(() -> scene.asterisk.requests().stream().anyMatch(r -> r.endsWith("sound:hello,sound:press 1")));

        scene.asterisk.drop();

        await().until(() -> scene.asterisk.requests().stream().anyMatch(r -> r.endsWith(" sound:press 1")));
        assertThat(call.turns()).containsExactly("begin");
    }

    @Test
    void channels_of_others_are_left_alone() {
        scene.asterisk.hasChannel("1795191601.75", "Up", "tablecall");
        scene.asterisk.hasChannel(OTHER, "Up", "tablecall");
        scene.asterisk.hasChannel(CALL, "Up", "");
        var dialplan = scene.call(CALL);

        scene.live();

        assertThat(scene.asterisk.requests()).containsExactly(FILTER, "GET /channels");
        assertThat(dialplan.turns()).isEmpty();
    }
}
