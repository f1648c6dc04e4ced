package io.tablecall.ingest.provider.asterisk.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tablecall.ingest.provider.asterisk.Scene;
import io.tablecall.ingest.provider.asterisk.ScriptedAsterisk.PlaybackEnd;
import io.tablecall.schemas.call.CallEnded;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConversationOnTheLineTest {
    private static final String CALL = "0d9ba4a2-6d6b-5d6a-9f6e-0a5c7b1f2e11";
    private static final String LATER = "ffffffff-6d6b-5d6a-9f6e-0a5c7b1f2e11";
    private static final String HANG_UP = "DELETE /channels/" + CALL;
    private static final String KEY_1 = ",\"digit\":\"1\"";

    private Scene scene = new Scene();

    @AfterEach
    void clear() {
        scene.close();
    }

    @Test
    void a_key_in_the_menu_stops_the_prompt_and_counts_once() {
        scene.live();
        var call = scene.call(CALL);
        answerHoldingTheMenu();

        scene.asterisk.say(
                "{\"type\":\"ChannelDtmfReceived\",\"timestamp\":\"2099-01-01T00:00:00.000+0000\",\"digit\":\"1\",\"channel\":{\"id\":\"%s\",\"state\":\"Up\",\"creationtime\":\"2026-11-20T16:09:20.146+0000\",\"dialplan\":{\"app_name\":\"Stasis\",\"app_data\":\"tablecall\"}}}"
                        .formatted(CALL));
        scene.asterisk.say(
                "{\"type\":\"ChannelDtmfReceived\",\"timestamp\":\"2099-01-01T00:00:00.000+0000\",\"digit\":\"1\",\"channel\":{\"id\":\"%s\",\"state\":\"Up\",\"creationtime\":\"2026-11-20T16:09:20.146+0000\",\"dialplan\":{\"app_name\":\"Stasis\",\"app_data\":\"tablecall\"}}}"
                        .formatted(CALL));

        awaitPrompt("thanks");
        assertThat(scene.asterisk.requests("DELETE /playbacks/")).hasSize(1);
        scene.asterisk.finishPlaybacks();
        awaitRequest(HANG_UP);
        assertThat(call.turns()).containsExactly("begin", "digits 1");
        assertThat(call.facts()).noneMatch(io.tablecall.schemas.call.DigitsPressed.class::isInstance);
    }

    @Test
    void a_key_before_the_menu_asked_is_no_consent() {
        scene.asterisk.playbacksEnd(PlaybackEnd.NEVER);
        scene.live();
        var call = scene.call(CALL);
        scene.asterisk.say("StasisStart", CALL, "Up", "");
        awaitPrompt("hello,sound:press 1");

        scene.asterisk.say("ChannelDtmfReceived", CALL, "Up", KEY_1);
        scene.asterisk.playOn();
        scene.asterisk.say("ChannelDtmfReceived", CALL, "Up", ",\"digit\":\"7\"");

        await().until(() -> call.turns().size() > 1);
        assertThat(call.turns()).containsExactly("begin", "digits 7");
    }

    @Test
    void silence_is_asked_again_then_the_call_ends_politely() {
        scene.live();
        var call = scene.call(CALL, Scene.LONG_AGO, Duration.ofMillis(20));

        scene.asterisk.say("StasisStart", CALL, "Up", "");

        awaitRequest(HANG_UP);
        assertThat(call.turns()).containsExactly("begin", "silence", "silence");
        assertThat(scene.asterisk.requests("POST /channels/"))
                .extracting(request -> request.substring(request.indexOf("sound:")))
                .containsExactly("sound:hello,sound:press 1", "sound:press 1", "sound:nobody there");
    }

    @Test
    void the_menus_time_begins_when_its_prompt_is_over() {
        scene.live();
        var call = scene.call(CALL, Scene.LONG_AGO, Duration.ofMillis(1));
        answerHoldingTheMenu();

        assertThat(call.turns()).containsExactly("begin");
        scene.asterisk.finishPlaybacks();

        await().untilAsserted(() -> assertThat(call.turns()).containsExactly("begin", "silence"));
    }

    @Test
    void a_prompt_whose_end_is_never_told_ends_by_its_length() {
        scene.close();
        scene = new Scene("aripass", Duration.ofMinutes(1), Duration.ofMillis(30));
        scene.asterisk.playbacksEnd(PlaybackEnd.NEVER);
        scene.live();
        var call = scene.call(CALL, Scene.LONG_AGO, Duration.ofMillis(20));

        scene.asterisk.say("StasisStart", CALL, "Up", "");

        awaitRequest(HANG_UP);
        assertThat(call.turns()).containsExactly("begin", "silence", "silence");
    }

    @Test
    void a_prompt_that_fails_twice_ends_the_call() {
        scene.asterisk.playbacksEnd(PlaybackEnd.FAILED);
        scene.live();
        var call = scene.call(CALL);

        scene.asterisk.say("StasisStart", CALL, "Up", "");

        awaitRequest(HANG_UP);
        assertThat(scene.asterisk.requests("POST /channels/" + CALL + "/play/")).hasSize(2);
        assertThat(call.turns()).containsExactly("begin", "broke off");
    }

    @Test
    void a_transfer_is_politely_refused() {
        scene.live();
        var call = scene.call(CALL);
        scene.asterisk.say("StasisStart", CALL, "Up", "");
        awaitPrompt("hello,sound:press 1");

        await().untilAsserted(() -> {
            scene.asterisk.say("ChannelDtmfReceived", CALL, "Up", ",\"digit\":\"5\"");
            assertThat(call.turns()).containsExactly("begin", "digits 5", "transfer failed");
        });
        awaitRequest(HANG_UP);
    }

    @Test
    void a_guest_who_hangs_up_ends_the_conversation_once_and_before_the_call() {
        scene.live();
        var call = scene.call(CALL);
        answerHoldingTheMenu();

        scene.asterisk.say("StasisEnd", CALL, "Up", "");
        scene.asterisk.say("ChannelDestroyed", CALL, "Up", ",\"cause\":0,\"cause_txt\":\"Unknown\"");

        await().until(() -> call.facts().stream().anyMatch(CallEnded.class::isInstance));
        assertThat(call.turns()).containsExactly("begin", "gone");
        assertThat(call.raw()).contains("StasisStart", "PlaybackStarted", "StasisEnd", "ChannelDestroyed");
    }

    @Test
    void a_channel_that_comes_before_its_call_waits_for_it() {
        scene.live();

        scene.asterisk.say("StasisStart", CALL, "Up", "");
        scene.asterisk.say("StasisStart", LATER, "Up", "");
        awaitRequest("DELETE /channels/" + LATER);
        awaitRequest(HANG_UP);
        var other = "eeeeeeee-6d6b-5d6a-9f6e-0a5c7b1f2e11";
        scene.asterisk.say("StasisStart", other, "Up", "");
        var call = scene.call(other);

        await().untilAsserted(() -> assertThat(call.turns()).containsExactly("begin"));
    }

    @Test
    void a_channel_that_is_not_up_is_answered_first() {
        scene.live();
        var call = scene.call(CALL);

        scene.asterisk.say("StasisStart", CALL, "Ring", "");

        awaitRequest("POST /channels/" + CALL + "/answer");
        await().untilAsserted(() -> assertThat(call.turns()).containsExactly("begin"));
    }

    @Test
    void a_call_that_lasts_too_long_is_hung_up_and_its_end_is_told() {
        scene.live();
        var call = scene.call(CALL).lastingAtMost(Duration.ofMinutes(1));
        scene.asterisk.playbacksEnd(PlaybackEnd.NEVER);

        scene.asterisk.say("ChannelStateChange", CALL, "Up", "");

        awaitRequest(HANG_UP);
        await().untilAsserted(() -> assertThat(call.facts()).last().isInstanceOf(CallEnded.class));
    }

    @Test
    void a_frame_in_pieces_is_one_event() {
        scene.live();
        var call = scene.call(CALL, Instant.EPOCH, Duration.ofMinutes(1));

        scene.asterisk.sayInPieces(
                "{\"type\":\"ChannelDestroyed\",\"timestamp\":\"2026-11-20T16:09:33.319+0000\",\"cause\":17,\"channel\":{\"id\":\"%s\",\"state\":\"Ringing\"}}"
                        .formatted(CALL));

        await().untilAsserted(() -> assertThat(call.facts())
                .containsExactly(new CallEnded(io.tablecall.schemas.call.EndStatus.BUSY, "17", null, null)));
    }

    private void answerHoldingTheMenu() {
        scene.asterisk.playbacksEnd(PlaybackEnd.NEVER);
        scene.asterisk.say("StasisStart", CALL, "Up", "");
        awaitPrompt("hello,sound:press 1");
        scene.asterisk.playOn();
    }

    private void awaitPrompt(String words) {
        await().until(() -> scene.asterisk.requests("POST /channels/").stream()
                .anyMatch(request -> request.endsWith("sound:" + words)));
    }

    private void awaitRequest(String request) {
        await().until(() -> scene.asterisk.requests().contains(request));
    }
}
