package io.tablecall.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tablecall.localstack.LocalInfrastructure;
import io.tablecall.schemas.Topics;
import io.tablecall.schemas.call.CallEvent;
import io.tablecall.schemas.call.DigitsPressed;
import io.tablecall.schemas.call.Provenance;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AvroWireTest {
    private final AvroWire wire = new AvroWire(LocalInfrastructure.shared().registryUrl());

    @Test
    void a_record_is_read_as_it_was_written() throws Exception {
        var event = CallEvent.newBuilder()
                .setEventId("event")
                .setCallId("call")
                .setReservationId("reservation")
                .setReservationVersion(1)
                .setAttempt(1)
                .setProvider("8x8")
                .setOccurredAt(Instant.EPOCH)
                .setRecordedAt(Instant.EPOCH)
                .setProvenance(Provenance.PROVIDER)
                .setDetail(DigitsPressed.newBuilder().setDigits("1").build())
                .build();
        var bytes = wire.encode(Topics.CALL_EVENTS, event);
        assertThat(bytes[0]).isZero();
        var read = wire.decode(bytes, CallEvent.class, CallEvent.getClassSchema());
        assertThat(read).isEqualTo(event);
        assertThat(Story.of(read)).isEqualTo("presses 1");
    }
}
