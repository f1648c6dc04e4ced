package io.tablecall.kafka;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes Confluent's wire format: a zero byte, the schema's id in four, then plain Avro. Asks the registry once per
 * topic and type; a schema it does not hold is refused, and nothing is written.
 */
public final class AvroSerializer implements Serializer<SpecificRecord> {

    static final byte MAGIC = 0;
    static final int PREFIX = 1 + Integer.BYTES;

    private final Map<Subject, Format> formats = new ConcurrentHashMap<>();
    private @Nullable RegistrySchemas registry;

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        registry = new RegistrySchemas(settings);
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable SpecificRecord value) {
        if (value == null) {
            return null;
        }
        var format = format(topic, value.getClass(), value.getSchema());
        var bytes = new ByteArrayOutputStream(512);
        bytes.writeBytes(format.prefix());
        try {
            format.writer().write(value, EncoderFactory.get().directBinaryEncoder(bytes, null));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The same serializer for a producer that closes what it was given. */
    Serializer<SpecificRecord> unclosed() {
        return (topic, value) -> serialize(topic, value);
    }

    /** Learns the id ahead of the first record, so that no sender waits for the registry. */
    void warmUp(String topic, Schema schema) {
        var type = SpecificData.get().getClass(schema);
        if (type != null) {
            format(topic, type, schema);
        }
    }

    private Format format(String topic, Class<?> type, Schema schema) {
        var subject = new Subject(topic, type);
        var known = formats.get(subject);
        return known != null ? known : formats.computeIfAbsent(subject, _ -> ask(topic, type, schema));
    }

    private Format ask(String topic, Class<?> type, Schema schema) {
        if (registry == null) {
            throw new IllegalStateException("not configured");
        }
        var prefix = ByteBuffer.allocate(PREFIX).put(MAGIC).putInt(registry.idOf(topic, schema));
        return new Format(prefix.array(), new SpecificDatumWriter<>(schema, SpecificData.getForClass(type)));
    }

    @Override
    public void close() {
        if (registry != null) {
            registry.close();
        }
    }

    private record Subject(String topic, Class<?> type) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared, never printed, never handed out
    private record Format(byte[] prefix, DatumWriter<SpecificRecord> writer) {}
}
