package io.tablecall.simulator.asterisk;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A registered application: who listens now, to what. */
record Application(String name, EventSocket socket, boolean subscribeAll, Filter filter) {

    boolean wants(String type) {
        var allowed = filter.allowed();
        return (allowed.isEmpty() || allowed.contains(new EventType(type)))
                && !filter.disallowed().contains(new EventType(type));
    }

    Application filtering(Filter by) {
        return new Application(name, socket, subscribeAll, by);
    }

    View view() {
        return new View(
                name,
                subscribeAll ? List.of("__AST_CHANNEL_ALL_TOPIC") : List.of(),
                subscribeAll ? List.of("__AST_BRIDGE_ALL_TOPIC") : List.of(),
                subscribeAll ? List.of("__AST_ENDPOINT_ALL_TOPIC") : List.of(),
                subscribeAll ? List.of("__AST_DEVICE_STATE_ALL_TOPIC") : List.of(),
                filter.allowed(),
                filter.disallowed());
    }

    record EventType(String type) {}

    /** Which events pass; an empty list of allowed types allows all. */
    record Filter(List<EventType> allowed, List<EventType> disallowed) {
        static final Filter NONE = new Filter(List.of(), List.of());

        static Filter of(@Nullable List<EventType> allowed, @Nullable List<EventType> disallowed) {
            return new Filter(
                    allowed == null ? List.of() : List.copyOf(allowed),
                    disallowed == null ? List.of() : List.copyOf(disallowed));
        }
    }

    record View(
            String name,
            @JsonProperty("channel_ids") List<String> channels,
            @JsonProperty("bridge_ids") List<String> bridges,
            @JsonProperty("endpoint_ids") List<String> endpoints,
            @JsonProperty("device_names") List<String> devices,
            @JsonProperty("events_allowed") List<EventType> allowed,
            @JsonProperty("events_disallowed") List<EventType> disallowed) {}
}
