package io.tablecall.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tablecall.schemas.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class LocalInfrastructureTest {
    private final LocalInfrastructure infrastructure = LocalInfrastructure.shared();

    @Test
    void every_topic_is_there() throws Exception {
        assertThat(topics()).contains(Topics.CALL_EVENTS, Topics.CALL_EVENTS + "-dlt");
    }

    @Test
    void a_killed_broker_comes_back_on_its_port_with_its_topics() throws Exception {
        infrastructure.kafka().process().kill();
        assertThat(infrastructure.kafka().process().isAlive()).isFalse();
        infrastructure.kafka().process().start();
        assertThat(topics()).contains(Topics.RESERVATION_COMMANDS);
    }

    @Test
    void a_killed_registry_remembers_its_subjects() throws Exception {
        infrastructure.registry().process().kill();
        infrastructure.registry().process().start();
        var subjects = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(infrastructure.registryUrl() + "/subjects"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        assertThat(subjects).contains(Topics.CALL_EVENTS + "-value");
    }

    @Test
    void a_role_owns_its_schema_and_its_rows_outlive_a_kill() throws Exception {
        infrastructure.createDatabaseRole("tables");
        infrastructure.createDatabaseRole("tables");
        execute("CREATE TABLE kept (id int)", "INSERT INTO kept VALUES (7)");

        infrastructure.postgres().process().kill();
        infrastructure.postgres().process().start();

        try (var connection = DriverManager.getConnection("jdbc:" + infrastructure.databaseUrl(), "tables", "tables");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT id FROM tables.kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(7);
        }
    }

    private void execute(String... statements) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:" + infrastructure.databaseUrl(), "tables", "tables");
                var statement = connection.createStatement()) {
            for (var sql : List.of(statements)) {
                statement.execute(sql);
            }
        }
    }

    private Iterable<String> topics() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", infrastructure.bootstrapServers()))) {
            return admin.listTopics().names().get();
        }
    }
}
