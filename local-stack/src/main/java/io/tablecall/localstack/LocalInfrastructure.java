package io.tablecall.localstack;

import io.tablecall.schemas.provision.ProvisionTopics;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** Kafka with its topics, the registry with its schemas, and PostgreSQL, ready to use. */
public final class LocalInfrastructure implements AutoCloseable {
    private final KafkaBroker kafka;
    private final SchemaRegistry registry;
    private final PostgresDatabase postgres;

    private LocalInfrastructure(KafkaBroker kafka, SchemaRegistry registry, PostgresDatabase postgres) {
        this.kafka = kafka;
        this.registry = registry;
        this.postgres = postgres;
    }

    /** The one of this JVM: started when first asked for, on free ports, gone with its files when the JVM ends. */
    public static LocalInfrastructure shared() {
        return Shared.INSTANCE;
    }

    private static final class Shared {
        private static final LocalInfrastructure INSTANCE = startShared();

        private static LocalInfrastructure startShared() {
            var folder = Folders.temporary("tablecall-");
            var ports = Addresses.anyFree();
            var infrastructure = start(new Places(folder, folder), ports, "postgres", StartListener.SILENT);
            Runtime.getRuntime().addShutdownHook(new Thread(infrastructure::close, "local infrastructure stops"));
            return infrastructure;
        }
    }

    /** Where files are kept. */
    record Places(Path data, Path logs) {
        Path log(String part) {
            return logs.resolve(part + ".log");
        }
    }

    /** Starts all three at once; when one fails none is left behind. */
    static LocalInfrastructure start(Places places, Addresses ports, String superuserPassword, StartListener listener) {
        var home = Home.located();
        Path data = places.data();
        var kafka = KafkaBroker.prepare(home, data.resolve("kafka"), places.log("kafka"), ports.kafka());
        var registry = SchemaRegistry.prepare(home, data.resolve("registry"), places.log("registry"), ports.registry());
        var postgres = PostgresDatabase.at(
                home, data.resolve("postgres"), places.log("postgres"), ports.postgres(), superuserPassword);
        var infrastructure = new LocalInfrastructure(kafka, registry, postgres);
        var topics = new AtomicInteger(2);
        Parallel.run(
                infrastructure::kill,
                List.of(
                        () -> {
                            listener.timing(kafka.process());
                            provisionAfter(topics, kafka, registry);
                        },
                        () -> {
                            listener.timing(registry.process());
                            provisionAfter(topics, kafka, registry);
                        },
                        () -> {
                            postgres.initialise();
                            listener.timing(postgres.process());
                            postgres.createDatabase();
                        }));
        return infrastructure;
    }

    /** Whichever of the two comes second makes the topics. */
    private static void provisionAfter(AtomicInteger missing, KafkaBroker kafka, SchemaRegistry registry) {
        if (missing.decrementAndGet() == 0) {
            provision(kafka, registry);
        }
    }

    private static void provision(KafkaBroker kafka, SchemaRegistry registry) {
        try {
            ProvisionTopics.provision(kafka.bootstrapServers(), registry.url());
        } catch (ExecutionException e) {
            throw new PartFailed("topics could not be created: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted while topics were created", e);
        }
    }

    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** Base of the Confluent-compatible API. */
    public URI registryUrl() {
        return registry.url();
    }

    public String databaseHost() {
        return "127.0.0.1";
    }

    public int databasePort() {
        return postgres.port();
    }

    public String databaseName() {
        return PostgresDatabase.NAME;
    }

    /** As the services' {@code DATABASE_URL}: what follows {@code r2dbc:} and {@code jdbc:}. */
    public String databaseUrl() {
        return "postgresql://" + databaseHost() + ":" + databasePort() + "/" + databaseName();
    }

    /** A role that owns the schema of its name and has its name as password; safe to ask for again. */
    public void createDatabaseRole(String schema) {
        postgres.createRole(schema, schema);
    }

    public KafkaBroker kafka() {
        return kafka;
    }

    public SchemaRegistry registry() {
        return registry;
    }

    public PostgresDatabase postgres() {
        return postgres;
    }

    /** All parts. */
    List<ChildProcess> parts() {
        return List.of(kafka.child(), registry.child(), postgres.child());
    }

    private void kill() {
        parts().forEach(Part::kill);
    }

    @Override
    public void close() {
        Parallel.run(
                () -> {}, parts().stream().<Runnable>map(part -> part::stop).toList());
    }
}
