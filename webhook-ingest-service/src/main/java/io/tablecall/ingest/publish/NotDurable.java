package io.tablecall.ingest.publish;

import java.io.Serial;

/** Neither the broker nor the inbox took the facts; whoever brought them must bring them again. */
public final class NotDurable extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public NotDurable(String message) {
        super(message);
    }

    public NotDurable(String message, Throwable cause) {
        super(message, cause);
    }
}
