package io.tablecall.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.ClassUtils;

/**
 * Says in Spring's own properties how we speak Kafka, so that plain listeners and Spring Cloud Stream bindings agree. A
 * service's own settings win over these; these win over the byte arrays Spring Cloud Stream would put in their place.
 */
final class KafkaDefaults implements EnvironmentPostProcessor, Ordered {

    private static final String NAME = "tablecallKafkaDefaults";
    private static final String BINDER = "org.springframework.cloud.stream.binder.kafka.KafkaMessageChannelBinder";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.getPropertySources().contains(NAME)) {
            environment.getPropertySources().addLast(new MapPropertySource(NAME, defaults()));
        }
    }

    private static Map<String, Object> defaults() {
        Map<String, Object> defaults = new HashMap<>();
        defaults.put("spring.kafka.bootstrap-servers", "${KAFKA_BOOTSTRAP_SERVERS:127.0.0.1:9092}");
        defaults.put(
                "spring.kafka.properties." + RegistrySchemas.URL,
                "${SCHEMA_REGISTRY_URL:http://127.0.0.1:8085/apis/ccompat/v7}");

        defaults.put("spring.kafka.producer.key-serializer", StringSerializer.class.getName());
        defaults.put("spring.kafka.producer.value-serializer", AvroSerializer.class.getName());
        defaults.put("spring.kafka.producer.acks", "all");

        if (!ClassUtils.isPresent(BINDER, null)) { // which has groups of its own and says so each time it sees ours
            defaults.put("spring.kafka.consumer.group-id", "${spring.application.name:tablecall}");
        }
        defaults.put("spring.kafka.consumer.key-deserializer", StringDeserializer.class.getName());
        defaults.put("spring.kafka.consumer.value-deserializer", PoisonProofDeserializer.class.getName());
        defaults.put("spring.kafka.consumer.auto-offset-reset", "earliest");
        defaults.put("spring.kafka.consumer.enable-auto-commit", "false");
        defaults.put("spring.kafka.consumer.max-poll-records", "1000");
        defaults.put(
                "spring.kafka.consumer.properties.partition.assignment.strategy",
                CooperativeStickyAssignor.class.getName());
        defaults.put("spring.kafka.listener.observation-enabled", "${tablecall.kafka.observe:true}");

        defaults.put("spring.cloud.stream.default.consumer.use-native-decoding", "true");
        defaults.put("spring.cloud.stream.default.producer.use-native-encoding", "true");
        defaults.put("spring.cloud.stream.kafka.binder.auto-create-topics", "false");
        return Map.copyOf(defaults);
    }

    /** After the service's own files are read, before Spring Cloud Stream adds its own. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 10;
    }
}
