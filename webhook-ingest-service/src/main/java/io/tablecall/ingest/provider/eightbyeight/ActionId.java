package io.tablecall.ingest.provider.eightbyeight;

import org.jspecify.annotations.Nullable;

/** What we give 8x8 with every answer and get back with its next question: our call, and how far it had come. */
record ActionId(String callId, int step) {

    String text() {
        return callId + ':' + step;
    }

    /** Null when it is not one of ours. Without a step it stems from the dial. */
    static @Nullable ActionId read(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            return new ActionId(text, 0);
        }
        try {
            return new ActionId(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
        } catch (NumberFormatException notOurs) {
            return null;
        }
    }
}
