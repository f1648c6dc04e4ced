package io.tablecall.localstack;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** Where on the loopback interface each part listens. */
record Addresses(int kafka, int registry, int postgres, int smtp, Map<App, Integer> apps) {

    /** Ports that are free now: of each part its usual one if wanted and free, else any. */
    static Addresses chosen(boolean usual, Consumer<String> news) {
        var apps = new EnumMap<App, Integer>(App.class);
        for (var app : App.values()) {
            apps.put(app, choose(usual, app.label(), app.port(), news));
        }
        return new Addresses(
                choose(usual, "Kafka", 9092, news),
                choose(usual, "schema registry", 8085, news),
                choose(usual, "PostgreSQL", 5432, news),
                choose(usual, "mail sink", 3025, news),
                apps);
    }

    static Addresses anyFree() {
        return chosen(false, _ -> {});
    }

    private static int choose(boolean usual, String part, int port, Consumer<String> news) {
        if (usual && Ports.isFree(port)) {
            return port;
        }
        var free = Ports.free();
        if (usual) {
            news.accept("port " + port + " is taken by another program: " + part + " listens on " + free);
        }
        return free;
    }

    int port(App app) {
        var port = apps.get(app);
        if (port == null) {
            throw new IllegalArgumentException("no port for " + app);
        }
        return port;
    }

    URI url(App app) {
        return URI.create("http://127.0.0.1:" + port(app));
    }

    String bootstrapServers() {
        return "127.0.0.1:" + kafka;
    }

    URI registryUrl() {
        return URI.create("http://127.0.0.1:" + registry + "/apis/ccompat/v7");
    }

    /** What follows {@code r2dbc:} and {@code jdbc:}. */
    String databaseUrl() {
        return "postgresql://127.0.0.1:" + postgres + "/" + PostgresDatabase.NAME;
    }
}
