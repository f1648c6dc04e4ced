package io.tablecall.callflow.document;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** A flow that cannot be used, with everything that is wrong with it. */
public final class InvalidFlow extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public InvalidFlow(List<Problem> problems) {
        super(problems.stream().map(it -> it.pointer() + " " + it.reason()).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
