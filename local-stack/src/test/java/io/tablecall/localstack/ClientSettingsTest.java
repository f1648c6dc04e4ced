package io.tablecall.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientSettingsTest {

    @TempDir
    private Path folder;

    @Test
    void a_shell_reads_them_and_nobody_else_may() throws Exception {
        var settings = ClientSettings.of(Addresses.anyFree(), Secrets.in(folder));
        var file = folder.resolve("stack.env");
        settings.write(file);
        settings.write(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        var shell = new ProcessBuilder("sh", "-c", ". " + file + "; printf %s \"$WEBHOOK_AUTH_TOKEN\"").start();
        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(settings.variables().get("WEBHOOK_AUTH_TOKEN"))
                .hasSizeGreaterThan(30);
    }

    @Test
    void the_names_are_those_promised() {
        assertThat(ClientSettings.of(Addresses.anyFree(), Secrets.in(folder)).variables())
                .containsOnlyKeys(
                        "ORIGINATION_URL",
                        "INGEST_URL",
                        "ANALYTICS_URL",
                        "NOTIFICATION_URL",
                        "BOOTSTRAP_SERVERS",
                        "SCHEMA_REGISTRY_URL",
                        "SMTP_URL",
                        "SIMULATOR_URL",
                        "DATABASE_URL",
                        "DASHBOARD_USER",
                        "DASHBOARD_PASSWORD",
                        "API_KEY",
                        "WEBHOOK_AUTH_TOKEN");
    }

    @Test
    void secrets_differ_between_folders_and_stay_within_one() {
        var here = Secrets.in(folder.resolve("a")).of("api-key");
        assertThat(Secrets.in(folder.resolve("a")).of("api-key")).isEqualTo(here);
        assertThat(Secrets.in(folder.resolve("b")).of("api-key")).isNotEqualTo(here);
    }
}
