package io.tablecall.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** All that a client of a running stack needs to know, as environment variables a shell can {@code source}. */
public record ClientSettings(Map<String, String> variables) {

    static ClientSettings of(Addresses addresses, Secrets secrets) {
        var variables = new LinkedHashMap<String, String>();
        variables.put("ORIGINATION_URL", addresses.url(App.ORIGINATION).toString());
        variables.put("INGEST_URL", addresses.url(App.INGEST).toString());
        variables.put("ANALYTICS_URL", addresses.url(App.ANALYTICS).toString());
        variables.put("NOTIFICATION_URL", addresses.url(App.NOTIFICATION).toString());
        variables.put("BOOTSTRAP_SERVERS", addresses.bootstrapServers());
        variables.put("SCHEMA_REGISTRY_URL", addresses.registryUrl().toString());
        variables.put("SMTP_URL", "smtp://127.0.0.1:" + addresses.smtp());
        variables.put("SIMULATOR_URL", addresses.url(App.SIMULATOR).toString());
        variables.put(
                "DATABASE_URL",
                addresses
                        .databaseUrl()
                        .replace("://", "://postgres:" + secrets.of("database-superuser-password") + "@"));
        variables.put("DASHBOARD_USER", "demo");
        variables.put("DASHBOARD_PASSWORD", secrets.of("dashboard-password"));
        variables.put("API_KEY", secrets.of("api-key"));
        variables.put("WEBHOOK_AUTH_TOKEN", secrets.of("webhook-auth-token"));
        return new ClientSettings(variables);
    }

    /** Writes them to a file that only its owner may read. */
    void write(Path file) {
        try {
            Folders.writePrivately(
                    file,
                    variables.entrySet().stream()
                            .map(variable -> "export " + variable.getKey() + "='" + variable.getValue() + "'\n")
                            .collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "ClientSettings" + variables.keySet();
    }
}
