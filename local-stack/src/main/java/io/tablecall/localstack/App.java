package io.tablecall.localstack;

import java.util.List;
import java.util.stream.Stream;

/** The programs of ours that the stack runs. */
public enum App {
    SIMULATOR("provider-simulator", "simulator", 8090),
    ORIGINATION("call-origination-service", "origination", 8080),
    INGEST("webhook-ingest-service", "ingest", 8081),
    ANALYTICS("call-analytics-service", "analytics", 8082),
    NOTIFICATION("notification-service", "notification", 8083);

    private final String module;
    private final String label;
    private final int port;

    App(String module, String label, int port) {
        this.module = module;
        this.label = label;
        this.port = port;
    }

    /** The Maven module it is built from. */
    String module() {
        return module;
    }

    /** A short name: of its log file, and of its database schema and role where it has one. */
    public String label() {
        return label;
    }

    /** Where it listens unless somebody else does. */
    int port() {
        return port;
    }

    /** The four that make up Tablecall. */
    static List<App> services() {
        return Stream.of(values()).filter(app -> app != SIMULATOR).toList();
    }
}
