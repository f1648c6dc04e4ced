package io.tablecall.callflow.wording;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/** Reads a call's texts as what the prompts want them. */
final class Reading {
    private static final String HAS = "has_";
    private static final String DIGITS = "_digits";

    private final Map<String, Use> uses;

    Reading(Map<String, Use> uses) {
        this.uses = uses;
    }

    Values read(Map<String, String> variables, ZoneId zone) {
        var present = new HashMap<String, Object>();
        var absent = new ArrayList<String>();
        uses.forEach((name, use) -> {
            if (name.startsWith(HAS)) {
                present.put(name, variables.containsKey(name.substring(HAS.length())) ? "yes" : "no");
                return;
            }
            var source = name.endsWith(DIGITS) ? name.substring(0, name.length() - DIGITS.length()) : name;
            var text = variables.get(source);
            if (text != null) present.put(name, source.equals(name) ? typed(name, use, text, zone) : spelled(text));
            else if (uses.containsKey(HAS + source)) absent.add("{" + name + "}");
            else throw new IllegalArgumentException("the flow needs a value for " + source);
        });
        return new Values(present, absent);
    }

    private static Object typed(String name, Use use, String text, ZoneId zone) {
        try {
            return switch (use) {
                case TEXT -> text;
                case NUMBER -> new BigDecimal(text);
                case TIME -> Instant.parse(text).atZone(zone);
            };
        } catch (NumberFormatException | DateTimeException e) {
            throw new IllegalArgumentException("the value of " + name + " is no " + use, e);
        }
    }

    /** Digit by digit, with a pause after every third, so that no voice reads a number of millions. */
    private static String spelled(String text) {
        var digits = text.chars()
                .filter(Character::isDigit)
                .mapToObj(Character::toString)
                .toList();
        var lastGroup = digits.size() % 3 == 1 ? digits.size() - 4 : digits.size();
        var spelled = new StringBuilder();
        for (var i = 0; i < digits.size(); i++) {
            if (i > 0) spelled.append(i % 3 == 0 && i <= lastGroup ? ", " : " ");
            spelled.append(digits.get(i));
        }
        return spelled.toString();
    }
}
