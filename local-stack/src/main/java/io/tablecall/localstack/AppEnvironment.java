package io.tablecall.localstack;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The environment variables each of our programs is started with. */
final class AppEnvironment {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String SUBACCOUNT = "tablecall-local";
    private static final String ARI_USER = "tablecall";

    private final StackOptions options;
    private final Addresses addresses;
    private final Secrets secrets;

    AppEnvironment(StackOptions options, Addresses addresses, Secrets secrets) {
        this.options = options;
        this.addresses = addresses;
        this.secrets = secrets;
    }

    Map<String, String> of(App app) {
        var variables = new HashMap<String, String>();
        variables.put("SERVER_PORT", Integer.toString(addresses.port(app)));
        variables.put("SERVER_ADDRESS", LOOPBACK);
        variables.putAll(
                switch (app) {
                    case SIMULATOR -> simulator();
                    case ORIGINATION -> origination();
                    case INGEST -> ingest();
                    case ANALYTICS -> Map.of("TABLECALL_OPEN_PATHS", "/**");
                    case NOTIFICATION -> notification();
                });
        if (app != App.SIMULATOR) {
            variables.putAll(everyService(app));
        }
        if (app == App.ORIGINATION || app == App.INGEST) {
            variables.putAll(providers());
            variables.put("WEBHOOK_AUTH_TOKEN", secrets.of("webhook-auth-token"));
            variables.putAll(options.outsideAsterisk());
        }
        variables.putAll(options.settings().getOrDefault(app, Map.of()));
        return variables;
    }

    /** The simulated providers, set up as these variables say. */
    Simulator simulatorAt(URI url) {
        return new Simulator(url, SUBACCOUNT, secrets.of("eight-by-eight-api-key"));
    }

    private Map<String, String> simulator() {
        return Map.of(
                "SIMULATOR_CLOCK_FACTOR",
                "10",
                "SIMULATOR_API_KEY",
                secrets.of("eight-by-eight-api-key"),
                "SIMULATOR_SUBACCOUNT_ID",
                SUBACCOUNT,
                "SIMULATOR_ARI_USERNAME",
                ARI_USER,
                "SIMULATOR_ARI_PASSWORD",
                secrets.of("ari-password"));
    }

    private Map<String, String> everyService(App app) {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", addresses.bootstrapServers(),
                "SCHEMA_REGISTRY_URL", addresses.registryUrl().toString(),
                "DATABASE_URL", addresses.databaseUrl(),
                "DATABASE_USER", app.label(),
                "DATABASE_PASSWORD", secrets.of("database-password-" + app.label()),
                "LOG_FORMAT", "plain",
                "TABLECALL_USER", "demo",
                "TABLECALL_PASSWORD", secrets.of("dashboard-password"),
                "TABLECALL_API_KEY", secrets.of("api-key"));
    }

    private Map<String, String> origination() {
        return Map.of(
                "EIGHT_X_EIGHT_BASE_URL", addresses.url(App.SIMULATOR).toString(),
                "EIGHT_X_EIGHT_API_KEY", secrets.of("eight-by-eight-api-key"),
                "EIGHT_X_EIGHT_SUBACCOUNT_ID", SUBACCOUNT,
                "OUTBOUND_PHONE_NUMBER", "+6561115777",
                "ATTEMPT_BUDGET", "3",
                "REDIAL_SPACING", "2s",
                "DIALLING_WINDOW", "00:00-24:00",
                "RING_TIMEOUT", "20s");
    }

    private Map<String, String> ingest() {
        return Map.of(
                "WEBHOOK_BASE_URL", addresses.url(App.INGEST).toString(),
                "PROMPT_DELIVERY", "url",
                "SPEECH_CACHE_DIR", options.state().resolve("speech").toString());
    }

    private Map<String, String> notification() {
        return Map.of(
                "SMTP_HOST",
                LOOPBACK,
                "SMTP_PORT",
                Integer.toString(addresses.smtp()),
                "MAIL_FROM",
                "tablecall@example.com");
    }

    private Map<String, String> providers() {
        return Map.of(
                "PROVIDERS",
                "8x8,asterisk",
                "DEFAULT_PROVIDER",
                options.outsideAsterisk().isEmpty() ? "8x8" : "asterisk",
                "ARI_HTTP_URL",
                addresses.url(App.SIMULATOR).toString(),
                "ARI_USERNAME",
                ARI_USER,
                "ARI_PASSWORD",
                secrets.of("ari-password"),
                "ARI_APP",
                "tablecall",
                "ARI_ENDPOINT",
                "PJSIP/{number}@trunk");
    }
}
