package io.tablecall.endtoend.bench;

import io.tablecall.localstack.LocalInfrastructure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;

/** The ingest service on a broker, a registry and a database of its own, with nobody else there. */
final class IngestAlone implements AutoCloseable {
    private final LocalInfrastructure infrastructure = LocalInfrastructure.shared();
    private final String token = UUID.randomUUID().toString();
    private final Path folder;
    private final int port;
    private final OwnProcess process;

    private IngestAlone(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.port = OwnProcess.freePort();
        infrastructure.createDatabaseRole("ingest");
        var jar = Programs.extracted("webhook-ingest-service", folder.resolve("ingest"));
        var command = new ArrayList<String>();
        command.add(Programs.java());
        command.addAll(Programs.JVM);
        command.add("-jar");
        command.add(jar.toString());
        process = OwnProcess.start(command, environment(), folder.resolve("ingest.log"))
                .awaitReady(URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"));
    }

    static IngestAlone start() throws IOException, InterruptedException {
        return new IngestAlone(Files.createTempDirectory("tablecall-bench-"));
    }

    private Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("SERVER_PORT", Integer.toString(port)),
                Map.entry("SERVER_ADDRESS", "127.0.0.1"),
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", infrastructure.bootstrapServers()),
                Map.entry("SCHEMA_REGISTRY_URL", infrastructure.registryUrl().toString()),
                Map.entry("DATABASE_URL", infrastructure.databaseUrl()),
                Map.entry("DATABASE_USER", "ingest"),
                Map.entry("DATABASE_PASSWORD", "ingest"),
                Map.entry("TABLECALL_USER", "bench"),
                Map.entry("TABLECALL_PASSWORD", UUID.randomUUID().toString()),
                Map.entry("PROVIDERS", "8x8"),
                Map.entry("WEBHOOK_AUTH_TOKEN", token),
                Map.entry("SPEECH_CACHE_DIR", folder.resolve("speech").toString()));
    }

    LocalInfrastructure infrastructure() {
        return infrastructure;
    }

    String registryUrl() {
        return infrastructure.registryUrl().toString();
    }

    String token() {
        return token;
    }

    /** For logs; cleared when closed. */
    Path folder() {
        return folder;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() throws IOException {
        process.close();
        Folder.delete(folder);
    }
}
