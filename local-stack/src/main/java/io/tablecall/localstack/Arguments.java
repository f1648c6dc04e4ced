package io.tablecall.localstack;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the command line asks for. */
sealed interface Arguments {

    String USAGE = """
            usage: ./tablecall up [--provider asterisk]   start everything, print the URLs, wait for Ctrl-C
                   ./tablecall demo                       start everything, telephone sample guests, print what came of it
                   ./tablecall bench NAME                 measure: ingest, answer or start
                   ./tablecall help                       print this

              --provider asterisk   dial through your own Asterisk instead of the simulated one; set ARI_HTTP_URL,
                                    ARI_USERNAME, ARI_PASSWORD and ARI_ENDPOINT (such as PJSIP/{number}@trunk)
            """;

    /** Start and wait; {@code asterisk} holds the variables of an outside Asterisk, or nothing. */
    record Up(Map<String, String> asterisk) implements Arguments {}

    record Demo() implements Arguments {}

    record Help() implements Arguments {}

    /** Not understood, or not possible: why. */
    record Wrong(String why) implements Arguments {}

    List<String> NEEDED = List.of("ARI_HTTP_URL", "ARI_USERNAME", "ARI_PASSWORD", "ARI_ENDPOINT");
    List<String> TAKEN_OVER = List.of(
            "ARI_APP",
            "ARI_CONTEXT",
            "ARI_EXTENSION",
            "OUTBOUND_PHONE_NUMBER",
            "PROMPT_DELIVERY",
            "PROMPT_BASE_URL",
            "PROMPT_DIRECTORY",
            "ATTEMPT_BUDGET",
            "REDIAL_SPACING",
            "RING_TIMEOUT",
            "DIALLING_WINDOW",
            "SERVER_ADDRESS");

    static Arguments parse(List<String> words, Map<String, String> environment) {
        if (words.isEmpty()) {
            return new Wrong("what shall be done?");
        }
        var rest = words.subList(1, words.size());
        return switch (words.getFirst()) {
            case "up" -> up(rest, environment);
            case "demo" -> rest.isEmpty() ? new Demo() : new Wrong("demo takes no arguments");
            case "help", "--help", "-h" -> new Help();
            case String unknown -> new Wrong("unknown command: " + unknown);
        };
    }

    private static Arguments up(List<String> rest, Map<String, String> environment) {
        if (rest.isEmpty()) {
            return new Up(Map.of());
        }
        if (!rest.equals(List.of("--provider", "asterisk")) && !rest.equals(List.of("--provider=asterisk"))) {
            return new Wrong("unknown argument: " + String.join(" ", rest));
        }
        var missing = NEEDED.stream()
                .filter(name -> value(environment, name).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            return new Wrong("--provider asterisk needs these environment variables: " + String.join(", ", missing));
        }
        var taken = new TreeMap<String, String>();
        NEEDED.forEach(name -> taken.put(name, value(environment, name)));
        TAKEN_OVER.stream()
                .filter(name -> !value(environment, name).isEmpty())
                .forEach(name -> taken.put(name, value(environment, name)));
        return new Up(taken);
    }

    private static String value(Map<String, String> environment, String name) {
        return environment.getOrDefault(name, "").strip();
    }
}
