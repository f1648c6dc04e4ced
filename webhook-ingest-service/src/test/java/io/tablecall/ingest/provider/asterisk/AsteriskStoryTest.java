package io.tablecall.ingest.provider.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tablecall.ingest.IngestApplication;
import io.tablecall.ingest.provider.asterisk.ScriptedAsterisk.PlaybackEnd;
import io.tablecall.ingest.provider.asterisk.link.AriLink;
import io.tablecall.ingest.provider.asterisk.link.LinkState.Phase;
import io.tablecall.ingest.session.CallSessions;
import io.tablecall.localstack.LocalInfrastructure;
import io.tablecall.schemas.Topics;
import io.tablecall.schemas.call.CallEvent;
import io.tablecall.schemas.call.CallRequested;
import io.tablecall.schemas.call.Provenance;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.kafka.core.KafkaTemplate;

/** The whole service with Kafka and database, against a scripted Asterisk. */
class AsteriskStoryTest {
    private static final LocalInfrastructure INFRASTRUCTURE = LocalInfrastructure.shared();
    private static final int CONFLUENT_PREFIX = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    static Path folder = Path.of("");

    private final ScriptedAsterisk asterisk = new ScriptedAsterisk();
    private final String callId = UUID.randomUUID().toString();
    private ConfigurableApplicationContext service = start(asterisk, folder);

    @BeforeEach
    void connect() {
        await().atMost(PATIENCE)
                .until(() -> service.getBean(AriLink.class).state().phase() == Phase.LIVE);
    }

    @AfterEach
    void stop() {
        service.close();
        asterisk.close();
    }

    @Test
    void a_guest_confirms_with_a_key_also_when_the_service_restarts_in_between() throws Exception {
        asterisk.playbacksEnd(PlaybackEnd.NEVER);
        asterisk.say("ChannelStateChange", callId, "Ringing", "");
        asterisk.say("ChannelStateChange", callId, "Up", "");
        asterisk.say("StasisStart", callId, "Up", "");
        request();
        awaitPlays(1);
        asterisk.hasChannel(callId, "Up", ScriptedAsterisk.APP);
        await().atMost(PATIENCE).until(() -> kinds().contains("MenuEntered"));

        service.close();
        service = start(asterisk, folder);
        awaitPlays(2);
        asterisk.playOn();
        asterisk.say("ChannelDtmfReceived", callId, "Up", ",\"digit\":\"1\"");
        awaitPlays(3);
        asterisk.finishPlaybacks();
        await().atMost(PATIENCE).until(() -> asterisk.requests().contains("DELETE /channels/" + callId));
        asterisk.say("StasisEnd", callId, "Up", "");
        asterisk.say("ChannelDestroyed", callId, "Up", ",\"cause\":16,\"cause_txt\":\"Normal Clearing\"");

        await().atMost(PATIENCE).until(() -> kinds().contains("CallEnded"));
        assertThat(kinds())
                .startsWith("CallRinging", "CallAnswered", "MenuEntered")
                .containsSubsequence("DigitsPressed", "AnswerRecorded", "ConversationEnded", "CallEnded")
                .doesNotContainSubsequence("CallEnded", "CallEnded");
        assertThat(asterisk.requests("POST /channels/")).allMatch(play -> play.contains("sound:http://127.0.0.1"));
    }

    @Test
    void who_takes_over_goes_on_where_the_table_says_though_memory_is_older() throws Exception {
        asterisk.playbacksEnd(PlaybackEnd.NEVER);
        var standby = start(asterisk, folder);
        var first = service;
        try {
            request();
            await().atMost(PATIENCE)
                    .until(() -> standby.getBean(CallSessions.class)
                            .byCall(callId)
                            .blockOptional()
                            .isPresent());
            asterisk.say("StasisStart", callId, "Up", "");
            awaitPlays(1);
            asterisk.playOn();
            await().atMost(PATIENCE).untilAsserted(() -> {
                asterisk.say("ChannelDtmfReceived", callId, "Up", ",\"digit\":\"1\"");
                assertThat(asterisk.requests("POST /channels/" + callId + "/play/"))
                        .hasSize(2);
            });
            asterisk.hasChannel(callId, "Up", ScriptedAsterisk.APP);
        } finally {
            service = standby;
            first.close();
        }

        await().atMost(PATIENCE).until(() -> asterisk.requests().contains("DELETE /channels/" + callId));
        assertThat(asterisk.requests("POST /channels/" + callId + "/play/")).hasSize(2);
        assertThat(kinds()).containsOnlyOnce("MenuEntered").containsOnlyOnce("AnswerRecorded");
    }

    private void awaitPlays(int count) {
        await().atMost(PATIENCE)
                .until(() ->
                        asterisk.requests("POST /channels/" + callId + "/play/").size() >= count);
    }

    private void request() throws Exception {
        var now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
        var variables = Map.of(
                "restaurantName", "Casa Lola",
                "callbackNumber", "+6561234567",
                "reservationTime", "2026-05-01T11:30:00Z",
                "partySize", "4");
        var detail = new CallRequested(
                "+6591234567", null, "reservation-confirmation", 1, "en", variables, "Asia/Singapore", 300);
        var event = new CallEvent(
                UUID.randomUUID().toString(),
                callId,
                "default",
                "r-1",
                1,
                1,
                "asterisk",
                null,
                now,
                now,
                Provenance.ORIGINATION,
                detail);
        var kafka = service.<KafkaTemplate<String, SpecificRecord>>getBeanProvider(
                        ResolvableType.forClassWithGenerics(KafkaTemplate.class, String.class, SpecificRecord.class))
                .getObject();
        kafka.send(Topics.CALL_EVENTS, callId, event).get(10, TimeUnit.SECONDS);
    }

    private List<String> kinds() throws Exception {
        var settings =
                Map.<String, Object>of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, INFRASTRUCTURE.bootstrapServers());
        var kinds = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = IntStream.range(
                            0, consumer.partitionsFor(Topics.CALL_EVENTS).size())
                    .mapToObj(number -> new TopicPartition(Topics.CALL_EVENTS, number))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                for (var each : consumer.poll(Duration.ofMillis(100))) {
                    if (callId.equals(each.key())) kinds.add(kind(each.value()));
                }
            }
        }
        kinds.remove("CallRequested");
        return kinds;
    }

    private static String kind(byte[] value) throws Exception {
        var decoder =
                DecoderFactory.get().binaryDecoder(value, CONFLUENT_PREFIX, value.length - CONFLUENT_PREFIX, null);
        var detail =
                new SpecificDatumReader<>(CallEvent.class).read(null, decoder).getDetail();
        return ((SpecificRecord) detail).getSchema().getName();
    }

    private static ConfigurableApplicationContext start(ScriptedAsterisk asterisk, Path folder) {
        INFRASTRUCTURE.createDatabaseRole("ingest");
        return new SpringApplicationBuilder(IngestApplication.class)
                .run(
                        "--server.port=0",
                        "--PROVIDERS=8x8,asterisk",
                        "--WEBHOOK_AUTH_TOKEN=webhook-token-of-the-tests",
                        "--TABLECALL_USER=user",
                        "--TABLECALL_PASSWORD=password-of-the-tests",
                        "--KAFKA_BOOTSTRAP_SERVERS=" + INFRASTRUCTURE.bootstrapServers(),
                        "--SCHEMA_REGISTRY_URL=" + INFRASTRUCTURE.registryUrl(),
                        "--DATABASE_URL=" + INFRASTRUCTURE.databaseUrl(),
                        "--DATABASE_USER=ingest",
                        "--DATABASE_PASSWORD=ingest",
                        "--SPEECH_CACHE_DIR=" + folder.resolve("speech"),
                        "--PROMPT_BASE_URL=http://127.0.0.1:8081",
                        "--ARI_HTTP_URL=" + asterisk.url(),
                        "--ARI_USERNAME=ariuser",
                        "--ARI_PASSWORD=aripass");
    }
}
