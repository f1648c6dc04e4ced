package io.tablecall.callflow.wording;

import java.util.List;
import java.util.Map;

/** One call's values as its flow wants them, ready to be worded. Prints nothing of them. */
public final class Values {
    private final Map<String, Object> present;
    private final List<String> absent;

    Values(Map<String, Object> present, List<String> absent) {
        this.present = Map.copyOf(present);
        this.absent = List.copyOf(absent);
    }

    Map<String, Object> present() {
        return present;
    }

    /** The placeholders that a message leaves as they are, for want of a value. */
    List<String> absent() {
        return absent;
    }
}
