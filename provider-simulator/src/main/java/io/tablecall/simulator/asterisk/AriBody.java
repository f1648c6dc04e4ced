package io.tablecall.simulator.asterisk;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Reads request bodies the way Asterisk does: only what says it is JSON, and everything else not at all. */
@Component
class AriBody {

    private final JsonMapper json;

    AriBody(JsonMapper json) {
        this.json = json;
    }

    JsonNode read(ServerHttpRequest request, byte @Nullable [] body) {
        var type = request.getHeaders().getContentType();
        if (body == null || body.length == 0 || type == null || !type.isCompatibleWith(MediaType.APPLICATION_JSON)) {
            return MissingNode.getInstance();
        }
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            throw AriProblem.badRequest("Error parsing request body");
        }
    }
}
