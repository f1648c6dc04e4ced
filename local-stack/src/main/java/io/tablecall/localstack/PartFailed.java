package io.tablecall.localstack;

import java.io.Serial;

/** A part of the stack did not start; the message is meant for whoever started it. */
public final class PartFailed extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    PartFailed(String message) {
        super(message);
    }

    PartFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
