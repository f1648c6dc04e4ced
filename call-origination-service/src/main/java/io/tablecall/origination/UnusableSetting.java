package io.tablecall.origination;

/** The operator left out or mistyped a setting; the service does not start. Never carries the value. */
public final class UnusableSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnusableSetting(String variable, String requirement) {
        super(variable + " " + requirement);
    }

    /** The value, unless it is blank. */
    public static String required(String value, String variable, String requirement) {
        if (value.isBlank()) {
            throw new UnusableSetting(variable, requirement);
        }
        return value;
    }
}
