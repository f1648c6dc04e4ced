package io.tablecall.kafka;

import static io.tablecall.kafka.Story.anyId;
import static io.tablecall.kafka.Story.ringing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tablecall.schemas.Topics;
import io.tablecall.schemas.call.CallEvent;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

class StreamBindingTest {

    private static final byte[] POISON = {7, 7, 7};

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Service {

        final Queue<CallEvent> applied = new ConcurrentLinkedQueue<>();

        @Bean
        Consumer<List<CallEvent>> project() {
            return applied::addAll;
        }
    }

    @Test
    void a_stream_binding_parks_poison_as_a_listener_does() throws Exception {
        var callId = anyId();
        try (var context = Story.service(
                Service.class,
                "spring.cloud.stream.bindings.project-in-0.destination=" + Topics.RESERVATION_OUTCOMES,
                "spring.cloud.stream.bindings.project-in-0.group=stream-story",
                "spring.cloud.stream.bindings.project-in-0.consumer.batch-mode=true")) {
            var event = context.getBean(AvroSerializer.class).serialize(Topics.CALL_EVENTS, ringing(callId, 1));
            assertThat(event).isNotNull();

            Story.sendBytes(Topics.RESERVATION_OUTCOMES, callId, event);
            Story.sendBytes(Topics.RESERVATION_OUTCOMES, callId, POISON);
            Story.sendBytes(Topics.RESERVATION_OUTCOMES, callId, event);

            await().untilAsserted(() ->
                    assertThat(context.getBean(Service.class).applied).hasSize(2));
            assertThat(Story.read(Topics.RESERVATION_OUTCOMES + "-dlt", 1, callId)
                            .getFirst()
                            .value())
                    .isEqualTo(POISON);
        }
    }
}
