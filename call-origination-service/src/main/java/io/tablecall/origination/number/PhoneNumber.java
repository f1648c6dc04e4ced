package io.tablecall.origination.number;

import java.util.regex.Pattern;

/** An E.164 number. Prints masked, so that a stray log line cannot leak it. */
public record PhoneNumber(String e164) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

    public PhoneNumber {
        if (!isE164(e164)) {
            throw new IllegalArgumentException("not an E.164 number");
        }
    }

    public static boolean isE164(String text) {
        return E164.matcher(text).matches();
    }

    /** The number without its plus. */
    public String digits() {
        return e164.substring(1);
    }

    @Override
    public String toString() {
        return "+***" + e164.substring(e164.length() - 2);
    }
}
