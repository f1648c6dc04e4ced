package io.tablecall.callflow;

import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What one call is about: the values its prompts may name, and the zone its dates are read in.
 *
 * @param variables texts by name; an absent value is left out, and a blank one is taken for absent
 */
public record CallContext(Map<String, String> variables, ZoneId zone) {
    public CallContext {
        variables = variables.entrySet().stream()
                .filter(it -> !it.getValue().isBlank())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The values are a guest's, so they are not printed. */
    @Override
    public String toString() {
        return "CallContext[variables=" + variables.keySet() + ", zone=" + zone + "]";
    }
}
