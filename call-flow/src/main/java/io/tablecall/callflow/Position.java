package io.tablecall.callflow;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where in its flow a conversation stands. All that must be kept between two inputs, and small enough for a column.
 *
 * @param ended no menu asks any more
 * @param retries how often the menu was asked again without success
 * @param turns how many turns the conversation has taken, which bounds it
 * @param pending the transfer being tried, if one is
 */
public record Position(
        boolean ended, String menuId, String language, int retries, int turns, Directive.@Nullable Transfer pending) {

    /** One line, read back by {@link #parse}. */
    public String toText() {
        return "%s|%s|%d|%d|%s|%s|%s"
                .formatted(
                        ended ? "E" : "A",
                        language,
                        retries,
                        turns,
                        pending == null ? "" : pending.timeout().toSeconds(),
                        pending == null ? "" : pending.destination(),
                        menuId);
    }

    public static Position parse(String text) {
        var parts = text.split("\\|", 7);
        if (parts.length != 7 || !(parts[0].equals("E") || parts[0].equals("A"))) {
            throw new IllegalArgumentException("not a position");
        }
        try {
            var pending = parts[4].isEmpty()
                    ? null
                    : new Directive.Transfer(parts[5], Duration.ofSeconds(Long.parseLong(parts[4])));
            return new Position(
                    parts[0].equals("E"),
                    parts[6],
                    parts[1],
                    Integer.parseInt(parts[2]),
                    Integer.parseInt(parts[3]),
                    pending);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a position", e);
        }
    }

    Position ending() {
        return new Position(true, menuId, language, retries, turns, null);
    }

    Position nextTurn() {
        return new Position(ended, menuId, language, retries, turns + 1, pending);
    }

    Position retrying() {
        return new Position(ended, menuId, language, retries + 1, turns, null);
    }

    Position transferring(Directive.Transfer to) {
        return new Position(ended, menuId, language, retries, turns, to);
    }

    Position in(String menu) {
        return new Position(ended, menu, language, 0, turns, null);
    }

    Position speaking(String code) {
        return new Position(ended, menuId, code, retries, turns, pending);
    }
}
