package io.tablecall.callflow.document;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that an author learns all of it at once. */
final class Problems {
    private final List<Problem> found = new ArrayList<>();

    void add(String pointer, String reason) {
        found.add(new Problem(pointer, reason));
    }

    boolean none() {
        return found.isEmpty();
    }

    List<Problem> all() {
        return List.copyOf(found);
    }

    /** One level deeper, escaped as RFC 6901 asks. */
    static String below(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
