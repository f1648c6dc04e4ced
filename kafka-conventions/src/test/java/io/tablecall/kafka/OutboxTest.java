package io.tablecall.kafka;

import static io.tablecall.kafka.Story.anyId;
import static io.tablecall.kafka.Story.ringing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tablecall.localstack.LocalInfrastructure;
import io.tablecall.schemas.Topics;
import io.tablecall.schemas.call.CallEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class OutboxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String NOBODY_LISTENS = "KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:1";

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Service {}

    @BeforeEach
    void table() {
        try (var service = Story.service(Service.class, "tablecall.kafka.produces=")) {
            var database = service.getBean(DatabaseClient.class);
            run(database.sql("DROP TABLE IF EXISTS outbox").then());
            run(database.sql("""
                    CREATE TABLE outbox (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, topic text NOT NULL,
                        record_key text NOT NULL, value bytea NOT NULL, headers text,
                        created_at timestamptz NOT NULL DEFAULT now())
                    """).then());
        }
    }

    @Test
    void what_is_appended_is_published_in_order_and_then_forgotten() {
        var one = anyId();
        var other = anyId();
        try (var service = relaying()) {
            run(inTransaction(
                    service,
                    Flux.range(1, 300).concatMap(n -> append(service, one, n).then(append(service, other, n)))));

            assertThat(attempts(600, one, other)
                            .filter(event -> event.getCallId().equals(one)))
                    .extracting(CallEvent::getAttempt)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 300).boxed().toList());
            await().untilAsserted(() -> assertThat(rows(service)).isZero());
        }
    }

    @Test
    void a_transaction_that_fails_publishes_nothing() {
        var failed = anyId();
        var sentinel = anyId();
        try (var service = relaying()) {
            var failing = inTransaction(
                    service, append(service, failed, 1).then(Mono.error(new IllegalStateException("second thoughts"))));
            assertThatThrownBy(() -> run(failing)).hasMessage("second thoughts");
            run(inTransaction(service, append(service, sentinel, 1)));

            assertThat(attempts(1, failed, sentinel))
                    .extracting(CallEvent::getCallId)
                    .containsExactly(sentinel);
            await().untilAsserted(() -> assertThat(rows(service)).isZero());
        }
    }

    @Test
    void rows_wait_while_the_broker_is_away_and_go_when_it_is_back() {
        var callId = anyId();
        try (var cutOff = relaying(NOBODY_LISTENS)) {
            run(inTransaction(cutOff, Flux.range(1, 3).concatMap(n -> append(cutOff, callId, n))));
            assertThat(rows(cutOff)).isEqualTo(3);
        }

        try (var service = relaying()) {
            assertThat(attempts(3, callId)).extracting(CallEvent::getAttempt).containsExactly(1, 2, 3);
            await().untilAsserted(() -> assertThat(rows(service)).isZero());
        }
    }

    @Test
    void another_replica_takes_over_when_the_leader_loses_its_connection() {
        var callId = anyId();
        try (var first = relaying("tablecall.kafka.outbox.candidacy=100ms");
                var second = relaying("tablecall.kafka.outbox.candidacy=100ms")) {
            await().untilAsserted(() -> assertThat(leaders(first)).hasSize(1));
            var deposed = leaders(first).getFirst();

            run(first.getBean(DatabaseClient.class)
                    .sql("SELECT pg_terminate_backend(:pid)")
                    .bind("pid", deposed)
                    .then());
            run(inTransaction(second, Flux.range(1, 50).concatMap(n -> append(second, callId, n))));

            assertThat(attempts(50, callId)).extracting(CallEvent::getAttempt).contains(1, 50);
            await().untilAsserted(() -> assertThat(leaders(first)).hasSize(1).doesNotContain(deposed));
        }
    }

    private static ConfigurableApplicationContext relaying(String... properties) {
        var all = new ArrayList<>(List.of("tablecall.kafka.outbox.enabled=true", "tablecall.kafka.produces="));
        all.addAll(List.of(properties));
        return Story.service(Service.class, all.toArray(String[]::new));
    }

    private static Mono<Void> append(ConfigurableApplicationContext service, String callId, int attempt) {
        return service.getBean(Outbox.class).append(Topics.CALL_EVENTS, callId, ringing(callId, attempt));
    }

    private static Mono<Void> inTransaction(ConfigurableApplicationContext service, Publisher<?> work) {
        return service.getBean(TransactionalOperator.class).execute(_ -> work).then();
    }

    private static Stream<CallEvent> attempts(int count, String... callIds) {
        var deserializer = new AvroDeserializer();
        deserializer.configure(
                Map.of(RegistrySchemas.URL, LocalInfrastructure.shared().registryUrl()), false);
        return Story.read(Topics.CALL_EVENTS, count, callIds).stream()
                .map(ConsumerRecord::value)
                .map(bytes -> (CallEvent) deserializer.deserialize(Topics.CALL_EVENTS, bytes));
    }

    private static List<Integer> leaders(ConfigurableApplicationContext service) {
        return run(service.getBean(DatabaseClient.class)
                .sql("SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted")
                .mapValue(Integer.class)
                .all()
                .collectList());
    }

    private static long rows(ConfigurableApplicationContext service) {
        return run(service.getBean(DatabaseClient.class)
                .sql("SELECT count(*) FROM outbox")
                .mapValue(Long.class)
                .one());
    }

    @SuppressWarnings("NullAway") // a Mono<Void> yields null, which its callers drop
    private static <T> T run(Mono<T> work) {
        return work.block(PATIENCE);
    }
}
