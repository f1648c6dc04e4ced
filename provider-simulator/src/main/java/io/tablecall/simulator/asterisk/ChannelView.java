package io.tablecall.simulator.asterisk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A channel as ARI shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChannelView(
        String id,
        String name,
        String state,
        @JsonProperty("protocol_id") String protocolId,
        CallerId caller,
        CallerId connected,
        String accountcode,
        Dialplan dialplan,
        String creationtime,
        String language,
        @Nullable Map<String, String> channelvars) {

    record Dialplan(
            String context,
            String exten,
            int priority,
            @JsonProperty("app_name") String app,
            @JsonProperty("app_data") String appData) {}

    @Override
    public String toString() {
        return "ChannelView[id=%s, state=%s]".formatted(id, state);
    }
}
