package io.tablecall.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** A single Kafka node that is broker and controller at once. */
public final class KafkaBroker {
    private final String bootstrapServers;
    private final ChildProcess process;

    private KafkaBroker(String bootstrapServers, ChildProcess process) {
        this.bootstrapServers = bootstrapServers;
        this.process = process;
    }

    static KafkaBroker prepare(Home home, Path data, Path log, int port) {
        var bootstrapServers = "127.0.0.1:" + port;
        var settings = write(data, settings(bootstrapServers, Ports.free(), data.resolve("log")));
        var command = List.of(
                Tools.java(),
                "-Xms160m",
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xlog:disable",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS",
                "-Dlog4j2.statusLoggerLevel=OFF",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                home.brokerJars() + "/*:" + Home.ownClasses(),
                KafkaNode.class.getName(),
                settings.toString());
        return new KafkaBroker(
                bootstrapServers, new ChildProcess("Kafka", command, Map.of(), log, () -> answers(bootstrapServers)));
    }

    private static String settings(String bootstrapServers, int controllerPort, Path folder) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                listeners=PLAINTEXT://%1$s,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://%1$s
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                auto.create.topics.enable=false
                num.network.threads=2
                num.io.threads=3
                num.replica.fetchers=1
                background.threads=2
                log.cleaner.dedupe.buffer.size=16777216
                offsets.topic.num.partitions=6
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=2
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                controlled.shutdown.enable=false
                initial.broker.registration.timeout.ms=20000
                """.formatted(bootstrapServers, controllerPort, folder);
    }

    private static Path write(Path data, String settings) {
        try {
            Files.createDirectories(data);
            return Files.writeString(data.resolve("server.properties"), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean answers(String bootstrapServers) {
        if (!Probes.accepts(bootstrapServers)) {
            return false;
        }
        var settings = Map.<String, Object>of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 100,
                AdminClientConfig.RETRY_BACKOFF_MAX_MS_CONFIG, 100);
        try (var admin = Admin.create(settings)) {
            return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    public Part process() {
        return process;
    }

    ChildProcess child() {
        return process;
    }
}
