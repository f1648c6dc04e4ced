package io.tablecall.origination.reservation;

import io.tablecall.kafka.UnreadableRecord;

/** A command that no retry will heal. Names the field and the reason, never the value. */
public final class UnacceptableCommand extends UnreadableRecord {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String reason;

    public UnacceptableCommand(String field, String reason) {
        super(field + ": " + reason);
        this.field = field;
        this.reason = reason;
    }

    public String field() {
        return field;
    }

    public String reason() {
        return reason;
    }
}
