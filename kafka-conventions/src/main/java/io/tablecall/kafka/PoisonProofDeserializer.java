package io.tablecall.kafka;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.serializer.ErrorHandlingDeserializer;

/**
 * Lets an unreadable record through as a null that carries its cause, and keeps the bytes of every record at hand, so
 * that the dead letters get what was received and not what we made of it. Waits, rather than condemning a record, while
 * the registry is away.
 */
public final class PoisonProofDeserializer extends ErrorHandlingDeserializer<SpecificRecord> {

    /** In memory only: taken off before anything is sent on. */
    static final String RECEIVED = "tablecall_received";

    private final AvroDeserializer avro;

    /** For Kafka, which makes deserializers by class name. */
    public PoisonProofDeserializer() {
        this(new AvroDeserializer());
    }

    private PoisonProofDeserializer(AvroDeserializer avro) {
        super(avro);
        this.avro = avro;
    }

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        avro.configure(settings, isKey);
    }

    @Override
    public @Nullable SpecificRecord deserialize(String topic, Headers headers, byte @Nullable [] record) {
        if (record == null) {
            return null;
        }
        headers.add(RECEIVED, record);
        avro.learn(record);
        return super.deserialize(topic, headers, record);
    }
}
