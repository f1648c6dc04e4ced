package io.tablecall.ingest.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tablecall.ingest.session.CallSessions;
import io.tablecall.ingest.story.Ingest.Call;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

class BrokerOutageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Ingest ingest = Ingest.running();

    @Test
    void with_the_broker_gone_webhooks_are_accepted_and_forwarded_in_order_when_it_is_back() {
        var call = ingest.placed(ingest.requested());
        awaitKnown(call);
        var broker = Ingest.INFRASTRUCTURE.kafka().process();
        String reply;

        broker.stop();
        try {
            ingest.post("vcs", Bodies.vcs(call.sessionId(), anyId(), "CALL_CONNECTED"))
                    .expectStatus()
                    .isOk();
            reply = ingest.press(call, anyId(), "1");
            ingest.post("vss", Bodies.vss(call.sessionId(), "COMPLETED", true))
                    .expectStatus()
                    .isOk();
            assertThat(waiting()).isPositive();
        } finally {
            broker.start();
        }

        assertThat(reply).contains("your reservation is confirmed");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(waiting()).isZero());
        assertThat(firstOccurrences(call))
                .containsExactly(
                        "CallAnswered",
                        "MenuEntered",
                        "DigitsPressed",
                        "AnswerRecorded",
                        "ConversationEnded",
                        "CallEnded");
    }

    @Test
    void with_broker_and_database_gone_the_provider_is_asked_to_come_again_but_the_guest_is_still_answered() {
        var call = ingest.placed(ingest.requested());
        awaitKnown(call);
        var broker = Ingest.INFRASTRUCTURE.kafka().process();
        var database = Ingest.INFRASTRUCTURE.postgres().process();
        var body = Bodies.vcs(call.sessionId(), anyId(), "CALL_CONNECTED");
        String reply;

        broker.stop();
        database.stop();
        try {
            ingest.post("vcs", body)
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .valueEquals("Retry-After", "1");
            reply = ingest.press(call, anyId(), "1");
        } finally {
            database.start();
            broker.start();
        }

        assertThat(reply).contains("your reservation is confirmed");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Witness.kinds(call.callId())).contains("AnswerRecorded"));
    }

    /** A record whose ack was lost may be in the log twice, under the same id. */
    private static List<String> firstOccurrences(Call call) {
        return Witness.facts(call.callId()).stream()
                .collect(Collectors.toMap(
                        event -> event.getEventId(), Witness::kind, (first, _) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private long waiting() {
        var count = ingest.part(DatabaseClient.class)
                .sql("SELECT count(*) FROM inbox")
                .map(row -> row.get(0, Long.class))
                .one()
                .block(Duration.ofSeconds(5));
        return count == null ? -1 : count;
    }

    private void awaitKnown(Call call) {
        var sessions = ingest.part(CallSessions.class);
        await().atMost(PATIENCE)
                .until(() -> sessions.atHand("8x8", call.sessionId()).isPresent());
    }

    private static String anyId() {
        return UUID.randomUUID().toString();
    }
}
