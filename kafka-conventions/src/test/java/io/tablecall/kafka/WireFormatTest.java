package io.tablecall.kafka;

import static io.tablecall.kafka.Story.anyId;
import static io.tablecall.kafka.Story.ringing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tablecall.localstack.LocalInfrastructure;
import io.tablecall.schemas.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WireFormatTest {

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Service {}

    private ConfigurableApplicationContext service;
    private KafkaTemplate<String, SpecificRecord> kafka;

    @BeforeAll
    void start() {
        service = Story.service(Service.class, "tablecall.kafka.batching.compression=gzip");
        kafka = template("kafkaTemplate");
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void any_client_of_a_confluent_registry_reads_what_we_write() throws Exception {
        var callId = anyId();

        kafka.send(Topics.CALL_EVENTS, callId, ringing(callId, 1)).get();

        var bytes = Story.read(Topics.CALL_EVENTS, 1, callId).getFirst().value();
        assertThat(bytes[0]).isZero();
        var read = decode(bytes, schemaOf(ByteBuffer.wrap(bytes).getInt(1)));
        assertThat(read.get("callId")).hasToString(callId);
        assertThat(read.get("occurredAt")).isEqualTo(1_767_348_005_000_007L);
        assertThat(((GenericRecord) read.get("detail")).getSchema().getName()).isEqualTo("CallRinging");
    }

    @Test
    void the_batching_template_writes_the_same() throws Exception {
        var callId = anyId();

        template("batchingKafkaTemplate")
                .send(Topics.CALL_EVENTS, callId, ringing(callId, 1))
                .get();

        var bytes = Story.read(Topics.CALL_EVENTS, 1, callId).getFirst().value();
        assertThat(decode(bytes, schemaOf(ByteBuffer.wrap(bytes).getInt(1))).get("callId"))
                .hasToString(callId);
    }

    @Test
    void a_schema_the_registry_does_not_hold_is_not_written_with() {
        var serializer = service.getBean(AvroSerializer.class);

        assertThatThrownBy(() -> serializer.serialize(Topics.RESERVATION_OUTCOMES, ringing("call", 1)))
                .isInstanceOf(UnregisteredSchema.class);
        assertThatThrownBy(() -> serializer.serialize("never.registered.v1", ringing("call", 1)))
                .isInstanceOf(UnregisteredSchema.class);
    }

    @Test
    void keys_are_text_though_a_stream_binder_is_about() {
        assertThat(service.getEnvironment().getProperty("spring.kafka.producer.key-serializer"))
                .isEqualTo(StringSerializer.class.getName());
    }

    @Test
    void a_service_is_warm_once_started() {
        assertThat(service.getBean(WarmUp.class).isWarm()).isTrue();
    }

    private KafkaTemplate<String, SpecificRecord> template(String name) {
        var type = ResolvableType.forClassWithGenerics(KafkaTemplate.class, String.class, SpecificRecord.class);
        assertThat(service.isTypeMatch(name, type)).isTrue();
        @SuppressWarnings("unchecked") // checked the line before
        var template = (KafkaTemplate<String, SpecificRecord>) service.getBean(name);
        return template;
    }

    private static Schema schemaOf(int id) throws IOException, InterruptedException {
        var url = URI.create(LocalInfrastructure.shared().registryUrl() + "/schemas/ids/" + id);
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
            return new Schema.Parser()
                    .parse(JsonMapper.shared()
                            .readTree(answer.body())
                            .get("schema")
                            .asString());
        }
    }

    private static GenericRecord decode(byte[] bytes, Schema schema) throws IOException {
        var decoder = DecoderFactory.get().binaryDecoder(bytes, 5, bytes.length - 5, null);
        return new GenericDatumReader<GenericRecord>(schema).read(null, decoder);
    }
}
