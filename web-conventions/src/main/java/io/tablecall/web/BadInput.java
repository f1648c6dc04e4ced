package io.tablecall.web;

import java.util.List;

/** The caller's fault: answered with 400, naming every field that is wrong. */
public final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<InputError> errors;

    public BadInput(String pointer, String reason) {
        this(InputError.of(pointer, reason));
    }

    public BadInput(List<InputError> errors) {
        super("refused input", null, false, false);
        this.errors = List.copyOf(errors);
    }

    public List<InputError> errors() {
        return errors;
    }
}
