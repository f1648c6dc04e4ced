package io.tablecall.schemas.provision;

/** The registry would not take a schema: most often because released readers could not read what it writes. */
public final class SchemaRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    SchemaRefused(String subject, int status, String answer) {
        super("the registry refused %s with %d: %s".formatted(subject, status, answer));
    }
}
