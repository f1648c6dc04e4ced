package io.tablecall.simulator.asterisk;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;

/** A channel asked for, read from the body and, where the body is silent, from the query. */
record OriginateRequest(
        String endpoint,
        @Nullable String channelId,
        @Nullable String app,
        String appArgs,
        @Nullable String context,
        @Nullable String extension,
        int priority,
        CallerId callerId,
        int timeoutSeconds,
        Map<String, String> variables,
        Set<String> reported) {

    private static final int LONGEST_ID = 149;

    static OriginateRequest of(JsonNode body, MultiValueMap<String, String> query) {
        var read = new Reading(body, query);
        var endpoint = read.text("endpoint");
        if (endpoint == null || endpoint.isBlank()) throw AriProblem.badRequest("Endpoint must be specified");
        if (endpoint.indexOf('/') < 1) throw AriProblem.badRequest("Invalid endpoint specified");
        var app = read.text("app");
        var extension = read.text("extension");
        if (app == null && extension == null) {
            throw AriProblem.badRequest("Application or extension must be specified");
        }
        if (read.text("label") != null) throw AriProblem.notFoundLabel();
        var id = read.text("channelId");
        if (id != null && id.length() > LONGEST_ID) {
            throw AriProblem.badRequest("Uniqueid length exceeds maximum of " + LONGEST_ID);
        }
        var variables = new HashMap<String, String>();
        var reported = new HashSet<String>();
        readVariables(body.path("variables"), variables, reported);
        var args = read.text("appArgs");
        var caller = read.text("callerId");
        return new OriginateRequest(
                endpoint,
                id,
                app,
                args == null ? "" : args,
                read.text("context"),
                extension,
                Math.max(1, read.number("priority", 1)),
                caller == null ? CallerId.NONE : CallerId.parse(caller),
                read.number("timeout", 30),
                Map.copyOf(variables),
                Set.copyOf(reported));
    }

    private static void readVariables(JsonNode node, Map<String, String> variables, Set<String> reported) {
        for (var entry : node.properties()) {
            var value = entry.getValue();
            if (value.isString()) {
                variables.put(entry.getKey(), value.stringValue());
            } else if (value.path("value").isString()) {
                variables.put(entry.getKey(), value.path("value").stringValue());
                if (value.path("report_events").asBoolean(false)) reported.add(entry.getKey());
            } else {
                throw AriProblem.badRequest(
                        "Each value in 'variables' must be a string or an object with 'value' and optional 'report_events'");
            }
        }
    }

    /** What follows the technology: {@code number@trunk}. */
    String dialString() {
        return endpoint.substring(endpoint.indexOf('/') + 1);
    }

    boolean reachable() {
        return endpoint.startsWith("PJSIP/") && dialString().matches("\\+?\\d{3,15}@[^@/]+");
    }

    String number() {
        var digits = dialString().replaceAll("@.*", "");
        return digits.startsWith("+") ? digits : "+" + digits;
    }

    String trunk() {
        return dialString().replaceAll(".*@", "");
    }

    List<String> arguments() {
        return appArgs.isEmpty() ? List.of() : List.of(appArgs.split(",", -1));
    }

    @Override
    public String toString() {
        return "OriginateRequest[channelId=%s, app=%s]".formatted(channelId, app);
    }

    private record Reading(JsonNode body, MultiValueMap<String, String> query) {

        @Nullable
        String text(String name) {
            var inBody = body.path(name);
            if (inBody.isMissingNode() || inBody.isNull()) return query.getFirst(name);
            return inBody.asString("");
        }

        int number(String name, int otherwise) {
            var text = text(name);
            return text != null && text.matches("-?\\d{1,9}") ? Integer.parseInt(text) : otherwise;
        }
    }
}
