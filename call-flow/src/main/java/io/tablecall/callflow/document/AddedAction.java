package io.tablecall.callflow.document;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * An action of a kind that an {@link ActionKind} adds. It decides, at the moment its key is pressed, which known action
 * happens; so it can be checked, stepped and bounded like any other. Equal when read from equal JSON.
 */
public non-sealed interface AddedAction extends Action {
    /** Its kind's word. */
    String kind();

    /** One of {@link #mayBecome}; anything else counts as a wrong key. Pure and quick: the guest is on the line. */
    Known choose(Map<String, String> variables, ZoneId zone, Instant now);

    /** Writes its fields beside {@code action}, as its kind reads them. */
    void write(ObjectNode into);
}
