package io.tablecall.kafka;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads Confluent's wire format into our generated classes, whatever version the writer had. Asks the registry once per
 * schema id. Bytes that are anything else are an {@link UnreadableRecord}.
 */
final class AvroDeserializer implements Deserializer<SpecificRecord> {

    private final Map<Integer, DatumReader<SpecificRecord>> readers = new HashMap<>();
    private @Nullable RegistrySchemas registry;
    private @Nullable BinaryDecoder decoder;

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        registry = new RegistrySchemas(settings);
    }

    /**
     * Makes sure the schema of this record is known, if there is one to know.
     *
     * @throws RegistryUnavailable when nobody can tell at present
     */
    void learn(byte[] record) {
        if (isOurs(record)) {
            reader(id(record));
        }
    }

    @Override
    public @Nullable SpecificRecord deserialize(String topic, byte @Nullable [] record) {
        if (record == null) {
            return null;
        }
        if (!isOurs(record)) {
            throw new UnreadableRecord("no schema id in front");
        }
        var reader = reader(id(record));
        if (reader == null) {
            throw new UnreadableRecord("written with the schema id %d, which nobody knows".formatted(id(record)));
        }
        return read(reader, record);
    }

    @SuppressWarnings("NullAway") // Avro takes null for "no record to reuse"
    private SpecificRecord read(DatumReader<SpecificRecord> reader, byte[] record) {
        try {
            decoder = DecoderFactory.get()
                    .binaryDecoder(record, AvroSerializer.PREFIX, record.length - AvroSerializer.PREFIX, decoder);
            var value = reader.read(null, decoder);
            if (!decoder.isEnd()) {
                throw new UnreadableRecord("bytes are left over");
            }
            return value;
        } catch (UnreadableRecord unreadable) {
            throw unreadable;
        } catch (IOException | RuntimeException garbled) {
            throw new UnreadableRecord(
                    "not what its schema says: " + garbled.getClass().getSimpleName());
        }
    }

    private @Nullable DatumReader<SpecificRecord> reader(int id) {
        var known = readers.get(id);
        if (known != null || registry == null) {
            return known;
        }
        var learned = registry.schemaOf(id).map(AvroDeserializer::readerOf).orElse(null);
        if (learned != null) {
            readers.put(id, learned);
        }
        return learned;
    }

    private static @Nullable DatumReader<SpecificRecord> readerOf(Schema writer) {
        Class<?> type = SpecificData.get().getClass(writer);
        if (type == null || !SpecificRecord.class.isAssignableFrom(type)) {
            return null;
        }
        return new SpecificDatumReader<>(writer, SpecificData.get().getSchema(type), SpecificData.getForClass(type));
    }

    private static boolean isOurs(byte[] record) {
        return record.length >= AvroSerializer.PREFIX && record[0] == AvroSerializer.MAGIC;
    }

    private static int id(byte[] record) {
        return ByteBuffer.wrap(record).getInt(1);
    }

    @Override
    public void close() {
        if (registry != null) {
            registry.close();
        }
    }
}
