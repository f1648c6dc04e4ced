package io.tablecall.kafka;

import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;

/** The registry does not hold the schema we were about to write with, so nothing was written. */
public final class UnregisteredSchema extends SerializationException {

    private static final long serialVersionUID = 1;

    UnregisteredSchema(String topic, Schema schema, Throwable cause) {
        super("schema %s is not registered as %s-value".formatted(schema.getFullName(), topic), cause);
    }
}
