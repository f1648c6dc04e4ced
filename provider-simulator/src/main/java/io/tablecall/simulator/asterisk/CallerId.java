package io.tablecall.simulator.asterisk;

import java.util.regex.Pattern;

/** Who calls: {@code "Name" <number>}, a bare number, or only a name. */
record CallerId(String name, String number) {

    static final CallerId NONE = new CallerId("", "");
    private static final Pattern BOTH = Pattern.compile("\\s*\"?([^\"<]*?)\"?\\s*<([^>]*)>\\s*");

    static CallerId parse(String text) {
        var both = BOTH.matcher(text);
        if (both.matches()) return new CallerId(both.group(1).strip(), both.group(2));
        return text.matches("\\+?[0-9*#]+") ? new CallerId("", text) : new CallerId(text, "");
    }

    @Override
    public String toString() {
        return "CallerId[***]";
    }
}
