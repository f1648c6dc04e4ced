package io.tablecall.ingest.story;

import static io.tablecall.ingest.story.Witness.awaitKinds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tablecall.ingest.session.CallSessions;
import io.tablecall.ingest.story.Ingest.Call;
import io.tablecall.schemas.Topics;
import io.tablecall.schemas.call.CallEnded;
import io.tablecall.schemas.call.CallEvent;
import io.tablecall.schemas.call.EndStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class EightByEightStoryTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Ingest ingest = Ingest.running();

    @Test
    void a_guest_confirms_with_a_key_and_the_story_is_told() {
        var call = ingest.placed(ingest.requested());
        awaitKnown(call);

        var reply = ingest.press(call, anyId(), "1");
        ingest.post("vss", Bodies.vss(call.sessionId(), "COMPLETED", true))
                .expectStatus()
                .isOk();

        assertThat(reply).contains("your reservation is confirmed").contains("\"hangup\"");
        awaitKinds(
                call.callId(),
                "MenuEntered",
                "DigitsPressed",
                "AnswerRecorded",
                "ConversationEnded",
                "CallAnswered",
                "CallEnded");
        assertThat(Witness.raw(call.callId())).extracting(raw -> raw.getKind()).containsExactly("VCA", "VSS");
    }

    @Test
    void a_repeated_question_gets_the_same_bytes_and_nothing_new_is_published() {
        var call = ingest.placed(ingest.requested());
        awaitKnown(call);
        var id = anyId();

        var first = ingest.press(call, id, "7");
        var second = ingest.press(call, id, "7");
        var third = ingest.press(call, anyId(), "1");
        var late = ingest.press(call, id, "7");

        assertThat(second)
                .isEqualTo(first)
                .contains("that key has no meaning here")
                .contains("sayAndCapture");
        assertThat(third).contains("your reservation is confirmed");
        assertThat(late).isEqualTo(first);
        awaitKinds(
                call.callId(),
                "MenuEntered",
                "DigitsPressed",
                "MenuEntered",
                "DigitsPressed",
                "AnswerRecorded",
                "ConversationEnded");
        assertThat(Witness.raw(call.callId())).hasSize(2);
    }

    @Test
    void a_finished_conversation_is_hung_up_whatever_is_asked() {
        var call = ingest.placed(ingest.requested());
        awaitKnown(call);
        ingest.press(call, anyId(), "0");

        var reply = ingest.press(call, anyId(), "1");

        assertThat(reply).contains("\"callflow\":[{\"action\":\"hangup\"}]");
    }

    @Test
    void an_end_heard_before_the_call_is_known_is_parked_and_told_later() {
        var call = ingest.requested();
        ingest.post("vss", Bodies.vss(call.sessionId(), "BUSY", false))
                .expectStatus()
                .isOk();
        assertThat(Witness.raw(call.sessionId())).hasSize(1);

        ingest.placed(call);

        awaitKinds(call.callId(), "CallEnded");
        var ended = (CallEnded) Witness.facts(call.callId()).getFirst().getDetail();
        assertThat(ended.getStatus()).isEqualTo(EndStatus.BUSY);
        assertThat(ended.getCause()).isEqualTo("BUSY");
    }

    @Test
    void a_key_that_is_heard_after_the_end_still_counts() {
        var call = ingest.placed(ingest.requested());
        awaitKnown(call);
        ingest.post("vss", Bodies.vss(call.sessionId(), "COMPLETED", true))
                .expectStatus()
                .isOk();
        awaitKinds(call.callId(), "CallAnswered", "MenuEntered", "ConversationEnded", "CallEnded");

        ingest.press(call, anyId(), "1");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Witness.kinds(call.callId())).contains("AnswerRecorded"));
    }

    @Test
    void a_redelivered_event_is_the_same_event() {
        var call = ingest.placed(ingest.requested());
        awaitKnown(call);
        var connected = Bodies.vcs(call.sessionId(), anyId(), "CALL_CONNECTED");

        ingest.post("vcs", connected).expectStatus().isOk();
        ingest.post("vcs", connected).expectStatus().isOk();

        var answered = Witness.facts(call.callId()).stream()
                .filter(event -> Witness.kind(event).equals("CallAnswered"))
                .map(CallEvent::getEventId)
                .toList();
        assertThat(answered).hasSize(2);
        assertThat(answered.getFirst()).isEqualTo(answered.getLast());
    }

    @Test
    void a_question_that_comes_before_the_call_is_placed_waits_for_it() {
        var call = ingest.requested();

        var body = Bodies.vca(call.sessionId(), anyId(), "1", call.callId());
        var reply = ingest.post("vca", body)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult();

        assertThat(reply.getResponseBody()).contains("your reservation is confirmed");
    }

    @Test
    void a_stranger_to_us_hears_an_apology_and_is_hung_up() {
        var reply = ingest.press(new Call(anyId(), anyId()), anyId(), "1");

        assertThat(reply).contains("We are sorry").contains("\"hangup\"");
    }

    @Test
    void what_stays_unknown_is_quarantined_with_its_cause() {
        var sessionId = anyId();
        ingest.post("vss", Bodies.vss(sessionId, "BUSY", false)).expectStatus().isOk();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Witness.records(Topics.PROVIDER_EVENTS + "-dlt"))
                        .filteredOn(letter -> sessionId.equals(letter.key()))
                        .singleElement()
                        .extracting(EightByEightStoryTest::cause)
                        .isEqualTo("unknown session"));
    }

    /** Bound here, so that what follows is about memory and not about the listener's first poll. */
    private void awaitKnown(Call call) {
        var sessions = ingest.part(CallSessions.class);
        await().atMost(PATIENCE)
                .until(() -> sessions.atHand("8x8", call.sessionId()).isPresent());
    }

    private static String anyId() {
        return UUID.randomUUID().toString();
    }

    private static String cause(ConsumerRecord<String, byte[]> letter) {
        return new String(
                letter.headers().lastHeader("kafka_dlt-exception-message").value(), StandardCharsets.UTF_8);
    }
}
