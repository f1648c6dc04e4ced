package io.tablecall.kafka;

import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * A record nobody can make sense of, now or later. Never retried: it goes to the dead letters at once. The reason must
 * not quote the record.
 */
public class UnreadableRecord extends SerializationException {

    private static final long serialVersionUID = 1;

    public UnreadableRecord(String reason) {
        super(reason);
    }

    public UnreadableRecord(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
