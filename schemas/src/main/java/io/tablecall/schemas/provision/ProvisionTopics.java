package io.tablecall.schemas.provision;

import io.tablecall.schemas.Topics;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;

/**
 * Creates the topics that are missing, gives every topic its promised retention and cleanup, and registers each value
 * schema under {@code FULL_TRANSITIVE}. Safe to run again; partitions of an existing topic are left alone, since a
 * change would move keys.
 */
public final class ProvisionTopics {

    private ProvisionTopics() {}

    /** Reads {@code KAFKA_BOOTSTRAP_SERVERS}, {@code SCHEMA_REGISTRY_URL} and {@code KAFKA_REPLICATION_FACTOR} (default 1). */
    public static void main(String[] arguments) throws Exception {
        provision(
                variable("KAFKA_BOOTSTRAP_SERVERS"),
                URI.create(variable("SCHEMA_REGISTRY_URL")),
                Short.parseShort(System.getenv().getOrDefault("KAFKA_REPLICATION_FACTOR", "1")));
        Topics.all().forEach(topic -> System.out.println("ready: " + topic.name()));
    }

    /** One replica of each partition, as on a single broker. */
    public static void provision(String bootstrapServers, URI registry)
            throws ExecutionException, InterruptedException {
        provision(bootstrapServers, registry, (short) 1);
    }

    /**
     * As {@link #provision(String, URI)}, with several replicas of each partition.
     *
     * @param registry base of a Confluent-compatible API, e.g. {@code http://localhost:8085/apis/ccompat/v7}
     * @throws ExecutionException when the broker refuses
     * @throws SchemaRefused when the registry refuses a schema
     */
    public static void provision(String bootstrapServers, URI registry, short replicas)
            throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            create(admin, replicas);
            configure(admin);
        }
        var subjects = new SchemaSubjects(registry);
        Topics.sources().forEach(subjects::register);
    }

    private static void create(Admin admin, short replicas) throws ExecutionException, InterruptedException {
        var existing = admin.listTopics().names().get();
        List<NewTopic> missing = Topics.all().stream()
                .filter(topic -> !existing.contains(topic.name()))
                .map(topic -> new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.of(replicas))
                        .configs(topic.settings()))
                .toList();
        admin.createTopics(missing).all().get();
    }

    private static void configure(Admin admin) throws ExecutionException, InterruptedException {
        admin.incrementalAlterConfigs(Topics.all().stream()
                        .collect(Collectors.toMap(
                                topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                                topic -> topic.settings().entrySet().stream()
                                        .map(setting -> new AlterConfigOp(
                                                new ConfigEntry(setting.getKey(), setting.getValue()), OpType.SET))
                                        .toList())))
                .all()
                .get();
    }

    private static String variable(String name) {
        var value = System.getenv(name);
        if (value == null || value.isBlank()) {
            System.err.println(name + " is not set");
            System.exit(2);
        }
        return value;
    }
}
