package io.tablecall.callflow.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is said, as an ICU message per language. */
public record Prompt(Map<String, String> text) {
    public Prompt {
        text = Collections.unmodifiableMap(new LinkedHashMap<>(text));
    }
}
