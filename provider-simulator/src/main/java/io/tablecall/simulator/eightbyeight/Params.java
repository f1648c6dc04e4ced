package io.tablecall.simulator.eightbyeight;

import tools.jackson.databind.JsonNode;

/** The {@code params} of one action, read with the complaints the provider makes. */
record Params(JsonNode node, String path) {

    boolean has(String name) {
        var value = node.path(name);
        return !value.isMissingNode() && !value.isNull();
    }

    String text(String name) {
        if (!has(name)) throw Rejection.missing(path + "." + name);
        var value = node.path(name);
        if (!value.isString()) throw Rejection.garbled(-1009, path + "." + name + ": string expected");
        if (value.stringValue().isBlank()) throw Rejection.missing(path + "." + name);
        return value.stringValue();
    }

    String spoken(String name) {
        var text = text(name);
        if (text.length() > 3000) {
            throw Rejection.garbled(-1009, path + "." + name + ": may only be 3000 characters long");
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c))) {
            throw Rejection.senseless(
                    -1016, "Invalid Callflow Content: Some special characters are invalid/unaccepted");
        }
        return text;
    }

    String textOr(String name, String otherwise) {
        return has(name) ? node.path(name).asString(otherwise) : otherwise;
    }

    int number(String name, int otherwise, int least, int most) {
        if (!has(name)) return otherwise;
        var value = node.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw Rejection.garbled(-1009, path + "." + name + ": integer expected");
        }
        if (value.intValue() < least || value.intValue() > most) {
            throw Rejection.garbled(-1009, "%s.%s: must be between %d and %d".formatted(path, name, least, most));
        }
        return value.intValue();
    }

    double fraction(String name, double otherwise, double least, double most) {
        if (!has(name)) return otherwise;
        var value = node.path(name);
        if (!value.isNumber() || value.doubleValue() < least || value.doubleValue() > most) {
            throw Rejection.garbled(-1009, "%s.%s: must be between %s and %s".formatted(path, name, least, most));
        }
        return value.doubleValue();
    }

    boolean isFalse(String name) {
        return has(name) && node.path(name).isBoolean() && !node.path(name).booleanValue();
    }
}
