package io.tablecall.kafka;

import org.apache.kafka.common.errors.SerializationException;

/** The registry did not answer about a schema not met before. Says nothing about the record: ask again later. */
public final class RegistryUnavailable extends SerializationException {

    private static final long serialVersionUID = 1;

    RegistryUnavailable(String question, Throwable cause) {
        super("the schema registry did not say " + question, cause);
    }
}
