package io.tablecall.simulator.eightbyeight;

import io.tablecall.simulator.control.SettingsHolder;
import io.tablecall.simulator.eightbyeight.Action.Callflow;
import io.tablecall.simulator.eightbyeight.Action.MakeCall;
import io.tablecall.simulator.eightbyeight.Action.Reply;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads callflows as the provider does: the first fault found is the one it names. */
@Component
class CallflowReader {

    private static final Set<String> ACTIONS = Set.of("makeCall", "say", "sayAndCapture", "playFile", "hangup");

    private final JsonMapper json;
    private final ActionReader actions;
    private final SettingsHolder settings;
    private final InstantSource clock;

    CallflowReader(JsonMapper json, ActionReader actions, SettingsHolder settings, InstantSource clock) {
        this.json = json;
        this.actions = actions;
        this.settings = settings;
        this.clock = clock;
    }

    /** The call asked for, or a {@link Rejection}. */
    Callflow request(byte[] body) {
        var root = parse(body);
        var flow = flow(root);
        refuseScenarios(flow);
        refuseUnknown(flow);
        if (!nameOf(flow.get(0)).equals("makeCall")) {
            throw Rejection.senseless(-1013, "Invalid Callflow : First action should be a MakeCall action");
        }
        var read = read(flow);
        var call = (MakeCall) read.getFirst();
        var allowed = settings.now().allowedSources();
        if (!allowed.isEmpty() && !allowed.contains(call.source())) {
            throw Rejection.senseless(-1014, "Source or caller ID is not allowed");
        }
        return new Callflow(call, read.subList(1, read.size()), validUntil(root));
    }

    /** What the customer answered to a VCA, or a {@link Rejection}. */
    Reply reply(byte[] body) {
        var root = parse(body);
        var flow = flow(root);
        refuseUnknown(flow);
        var id = root.path("clientActionId");
        return new Reply(id.isString() ? id.stringValue() : null, read(flow));
    }

    private JsonNode parse(byte[] body) {
        try {
            var root = json.readTree(body);
            if (root.isObject()) return root;
        } catch (JacksonException e) {
            throw Rejection.garbled(-1001, "Invalid JSON request body");
        }
        throw Rejection.garbled(-1001, "Invalid JSON request body");
    }

    private static JsonNode flow(JsonNode root) {
        var flow = root.path("callflow");
        if (!flow.isArray() || flow.isEmpty()) throw Rejection.missing("$.callflow");
        return flow;
    }

    private static String nameOf(JsonNode action) {
        return action.path("action").asString("");
    }

    private static void refuseScenarios(JsonNode flow) {
        for (var action : flow) {
            if (!nameOf(action).equals("executeScenario")) continue;
            if (flow.size() > 1) {
                throw Rejection.senseless(
                        -1018, "Invalid Callflow: Execute Scenario cannot be processed together with other actions");
            }
            if (action.path("params").path("scenarioName").asString("").isBlank()) {
                throw Rejection.senseless(-1019, "Invalid Callflow Content: scenarioName is null or empty");
            }
            throw Rejection.senseless(-1020, "Invalid scenarioName or no permission for it");
        }
    }

    private static void refuseUnknown(JsonNode flow) {
        for (int i = 0; i < flow.size(); i++) {
            if (!flow.get(i).has("action")) throw Rejection.missing("$.callflow[%d].action".formatted(i));
            if (!ACTIONS.contains(nameOf(flow.get(i)))) {
                throw Rejection.garbled(
                        -1007,
                        "$.callflow[%d].action should be one of: makeCall,say,playFile,sayAndCapture,hangup"
                                .formatted(i));
            }
        }
    }

    private List<Action> read(JsonNode flow) {
        var read = new ArrayList<Action>();
        var calls = 0;
        for (int i = 0; i < flow.size(); i++) {
            var name = nameOf(flow.get(i));
            if (name.equals("makeCall") && ++calls > 2) {
                throw Rejection.senseless(-1010, "Some actions are provided beyond the allowed count");
            }
            if (name.equals("hangup") && i < flow.size() - 1) {
                throw Rejection.senseless(-1012, "Invalid Callflow : Incorrect use of action Hangup");
            }
            read.add(actions.read(name, new Params(flow.get(i).path("params"), "$.callflow[%d].params".formatted(i))));
        }
        return read;
    }

    private @Nullable String validUntil(JsonNode root) {
        var until = root.path("validUntil");
        if (until.isMissingNode() || until.isNull()) return null;
        try {
            if (Instant.parse(until.asString("")).isAfter(clock.instant())) return until.asString("");
        } catch (DateTimeException e) {
            throw Rejection.garbled(-1009, "$.validUntil: does not match the date-time pattern");
        }
        throw Rejection.senseless(-1015, "The validity period of the call flow request has expired");
    }
}
