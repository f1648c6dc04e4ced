package io.tablecall.schemas.provision;

import io.tablecall.schemas.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * The subjects of a Confluent-compatible registry.
 *
 * @see <a href="https://docs.confluent.io/platform/current/schema-registry/develop/api.html">Schema Registry API</a>
 */
final class SchemaSubjects {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final String registry;

    SchemaSubjects(URI registry) {
        this.registry = registry.toString().replaceAll("/+$", "");
    }

    void register(Topic topic) {
        send("PUT", "/config/" + topic.subject(), "{\"compatibility\":\"FULL_TRANSITIVE\"}", topic);
        send(
                "POST",
                "/subjects/" + topic.subject() + "/versions",
                "{\"schema\":" + quoted(topic.value().toString()) + "}",
                topic);
    }

    private void send(String method, String path, String body, Topic topic) {
        var request = HttpRequest.newBuilder(URI.create(registry + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new SchemaRefused(topic.subject(), response.statusCode(), response.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no answer from the registry at " + registry, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while registering " + topic.subject(), e);
        }
    }

    /** A schema is JSON already: only quotes and backslashes need escaping to stand inside a JSON string. */
    private static String quoted(String schema) {
        return '"' + schema.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
