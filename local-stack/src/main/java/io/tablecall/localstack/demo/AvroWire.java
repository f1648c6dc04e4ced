package io.tablecall.localstack.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Records as any client of the topics writes and reads them: a zero, the schema's id in four bytes, Avro binary. */
final class AvroWire {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int HEADER = 1 + Integer.BYTES;

    private final URI registry;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

    AvroWire(URI registry) {
        this.registry = registry;
    }

    byte[] encode(String topic, SpecificRecord value) throws IOException {
        int id = ids.computeIfAbsent(
                topic,
                it -> get("/subjects/" + it + "-value/versions/latest")
                        .get("id")
                        .asInt());
        var bytes = new ByteArrayOutputStream();
        bytes.write(ByteBuffer.allocate(HEADER).put((byte) 0).putInt(id).array());
        var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new SpecificDatumWriter<SpecificRecord>(value.getSchema()).write(value, encoder);
        return bytes.toByteArray();
    }

    <T extends SpecificRecord> T decode(byte[] bytes, Class<T> type, Schema wanted) throws IOException {
        var id = ByteBuffer.wrap(bytes).getInt(1);
        var written = schemas.computeIfAbsent(
                id,
                it -> new Schema.Parser()
                        .parse(get("/schemas/ids/" + it).get("schema").asString()));
        var decoder = DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, null);
        return type.cast(new SpecificDatumReader<SpecificRecord>(written, wanted).read(null, decoder));
    }

    private JsonNode get(String path) {
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(registry + path)).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("the registry answers " + answer.statusCode() + " to " + path);
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the registry", e);
        }
    }
}
