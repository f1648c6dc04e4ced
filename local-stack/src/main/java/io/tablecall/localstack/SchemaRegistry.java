package io.tablecall.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Apicurio Registry over a file, speaking Confluent's API. */
public final class SchemaRegistry {
    private final URI url;
    private final ChildProcess process;

    private SchemaRegistry(URI url, ChildProcess process) {
        this.url = url;
        this.process = process;
    }

    static SchemaRegistry prepare(Home home, Path data, Path log, int port) {
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var url = URI.create("http://127.0.0.1:" + port + "/apis/ccompat/v7");
        var command = List.of(
                Tools.java(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                home.registryJar().toString());
        var environment = Map.ofEntries(
                Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_HTTP_PORT", Integer.toString(port)),
                Map.entry("QUARKUS_HTTP_ACCESS_LOG_ENABLED", "false"),
                Map.entry("QUARKUS_MANAGEMENT_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_MANAGEMENT_PORT", "0"),
                Map.entry("QUARKUS_OTEL_SDK_DISABLED", "true"),
                // every commit reaches the file at once, so that a killed registry forgets nothing
                Map.entry("APICURIO_DATASOURCE_URL", "jdbc:h2:file:" + data.resolve("registry") + ";WRITE_DELAY=0"),
                Map.entry("APICURIO_DATASOURCE_JDBC_INITIAL_SIZE", "2"),
                Map.entry("APICURIO_DATASOURCE_JDBC_MIN_SIZE", "2"),
                Map.entry("APICURIO_STORAGE_SNAPSHOT_LOCATION", data.toString()));
        var ready = URI.create(url + "/subjects");
        return new SchemaRegistry(
                url, new ChildProcess("schema registry", command, environment, log, () -> Probes.isOk(ready)));
    }

    /** Base of the Confluent-compatible API. */
    public URI url() {
        return url;
    }

    public Part process() {
        return process;
    }

    ChildProcess child() {
        return process;
    }
}
