package io.tablecall.ingest.provider.asterisk.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What became of the captured calls, written down by hand. */
final class ExpectedCalls {

    /** One call of a stream; {@code keys} are those pressed in our conversation. */
    record Heard(
            String channel, boolean rang, boolean answered, String status, String cause, boolean talked, String keys) {}

    /** File, then per call: channel without its random tail, rang, answered, status, cause, talked, keys. */
    private static final String TABLE = """
            blackhole.dialplan       | cap-blackhole-dialplan       | -    | -        | NO_ANSWER | 19  | -      |
            blackhole.stasis         | cap-blackhole-stasis         | -    | -        | NO_ANSWER | 19  | -      |
            busy486.dialplan-nosub   |
            busy486.dialplan         | cap-busy486-dialplan         | rang | -        | BUSY      | 17  | -      |
            busy486.nosub            | cap-busy486-nosub            | rang | -        | BUSY      | 17  | -      |
            busy486.stasis           | cap-busy486-stasis           | rang | -        | BUSY      | 17  | -      |
            congestion503.dialplan   | cap-congestion503-dialplan   | -    | -        | FAILED    | 34  | -      |
            congestion503.nosub      | cap-congestion503-nosub      | -    | -        | FAILED    | 34  | -      |
            congestion503.stasis     | cap-congestion503-stasis     | -    | -        | FAILED    | 34  | -      |
            declined603.dialplan     | cap-declined603-dialplan     | rang | -        | FAILED    | 21  | -      |
            declined603.nosub        | cap-declined603-nosub        | rang | -        | FAILED    | 21  | -      |
            declined603.stasis       | cap-declined603-stasis       | rang | -        | FAILED    | 21  | -      |
            dtmf0.dialplan           | cap-dtmf0-dialplan           | rang | answered | COMPLETED | 16  | talked | 0
            dtmf0.nosub              | cap-dtmf0-nosub              | rang | answered | COMPLETED | 16  | talked | 0
            dtmf0.stasis             | cap-dtmf0-stasis             | rang | answered | COMPLETED | 16  | talked | 0
            dtmf1.dialplan-nosub     | cap-dtmf1-dialplan-nosub     | -    | answered | -         | -   | -      | 1
            dtmf1.dialplan           | cap-dtmf1-dialplan           | rang | answered | COMPLETED | 16  | talked | 1
            dtmf1.nosub              | cap-dtmf1-nosub              | rang | answered | COMPLETED | 16  | talked | 1
            dtmf1.stasis             | cap-dtmf1-stasis             | rang | answered | COMPLETED | 16  | talked | 1
            dtmf9then1.dialplan      | cap-dtmf9then1-dialplan      | rang | answered | COMPLETED | 16  | talked | 91
            dtmf9then1.stasis        | cap-dtmf9then1-stasis        | rang | answered | COMPLETED | 16  | talked | 91
            midprompthangup.dialplan | cap-midprompthangup-dialplan | rang | answered | COMPLETED | 0   | talked |
            midprompthangup.stasis   | cap-midprompthangup-stasis   | rang | answered | COMPLETED | 0   | talked |
            noanswer.dialplan        | cap-noanswer-dialplan        | rang | -        | NO_ANSWER | 19  | -      |
            noanswer.nosub           | cap-noanswer-nosub           | rang | -        | NO_ANSWER | 19  | -      |
            noanswer.stasis          | cap-noanswer-stasis          | rang | -        | NO_ANSWER | 19  | -      |
            nodigit.dialplan         | cap-nodigit-dialplan         | rang | answered | COMPLETED | 16  | talked |
            nodigit.nosub            | cap-nodigit-nosub            | rang | answered | COMPLETED | 16  | talked |
            nodigit.stasis           | cap-nodigit-stasis           | rang | answered | COMPLETED | 16  | talked |
            quickhangup.dialplan     | cap-quickhangup-dialplan     | rang | answered | COMPLETED | 0   | talked |
            quickhangup.nosub        | cap-quickhangup-nosub        | rang | answered | COMPLETED | 0   | talked |
            quickhangup.stasis       | cap-quickhangup-stasis       | rang | answered | COMPLETED | 0   | talked |
            servererror500.dialplan  | cap-servererror500-dialplan  | -    | -        | FAILED    | 38  | -      |
            servererror500.stasis    | cap-servererror500-stasis    | -    | -        | FAILED    | 38  | -      |
            unallocated404.dialplan  | cap-unallocated404-dialplan  | -    | -        | FAILED    | 1   | -      |
            unallocated404.nosub     | cap-unallocated404-nosub     | -    | -        | FAILED    | 1   | -      |
            unallocated404.stasis    | cap-unallocated404-stasis    | -    | -        | FAILED    | 1   | -      |
            unavail480.dialplan      | cap-unavail480-dialplan      | -    | -        | NO_ANSWER | 19  | -      |
            unavail480.stasis        | cap-unavail480-stasis        | -    | -        | NO_ANSWER | 19  | -      |
            edge-basics              |
            edge-channelvars-report  | cv                           | rang | -        | BUSY      | 17  | -      |
            edge-control             | ring                         | rang | -        | CANCELED  | 16  | -      |
                                     | hr                           | rang | answered | COMPLETED | 17  | talked |
                                     | hr                           | rang | answered | COMPLETED | 19  | talked |
                                     | hr                           | rang | answered | COMPLETED | 34  | talked |
                                     | hr                           | rang | answered | COMPLETED | 21  | talked |
                                     | hr                           | rang | answered | COMPLETED | 16  | talked |
                                     | hr                           | rang | answered | COMPLETED | 16  | talked |
                                     | pb                           | rang | answered | COMPLETED | 16  | talked |
                                     | cont                         | rang | answered | COMPLETED | 16  | talked |
            edge-duplicate-channelid | dup                          | rang | answered | COMPLETED | 16  | talked |
                                     | dup                          | -    | -        | FAILED    | 1   | -      |
                                     | has space                    | -    | -        | FAILED    | 1   | -      |
                                     | a/b                          | -    | -        | FAILED    | 1   | -      |
                                     | +6590000001#1:2              | -    | -        | FAILED    | 1   | -      |
            edge-originate-errors    | both                         | -    | -        | FAILED    | 1   | -      |
                                     | noapp                        | rang | answered | COMPLETED | 0   | -      |
                                     | noctx                        | rang | answered | COMPLETED | 0   | talked |
                                     | noext                        | rang | answered | COMPLETED | 0   | -      |
                                     | bt                           | -    | -        | FAILED    | 1   | -      |
                                     | bp                           | -    | -        | FAILED    | 1   | -      |
                                     | asterisk-dev-1-1795191601.75 | -    | -        | FAILED    | 1   | -      |
                                     | rawplus                      | -    | -        | FAILED    | 1   | -      |
                                     | encplus                      | -    | -        | FAILED    | 1   | -      |
                                     | ok                           | -    | -        | FAILED    | 1   | -      |
                                     | cid                          | -    | -        | FAILED    | 1   | -      |
            edge-rest-over-ws        | rw                           | -    | -        | FAILED    | 1   | -      |
            edge-restart-kill9       | rst                          | rang | answered | -         | -   | -      |
            edge-restart-sigterm     | rst                          | rang | answered | COMPLETED | 0   | talked |
            """;

    private static final Map<String, List<Heard>> CALLS = read();

    private ExpectedCalls() {}

    static List<Heard> of(String file) {
        return Objects.requireNonNull(CALLS.get(file));
    }

    static Iterable<String> files() {
        return CALLS.keySet();
    }

    private static Map<String, List<Heard>> read() {
        var calls = new LinkedHashMap<String, List<Heard>>();
        var file = "";
        for (var line : TABLE.lines().toList()) {
            var cells = line.split("\\|", -1);
            if (!cells[0].isBlank()) file = cells[0].strip();
            var of = calls.computeIfAbsent(file, _ -> new ArrayList<>());
            if (cells.length > 2) of.add(call(cells));
        }
        return calls;
    }

    private static Heard call(String... cells) {
        return new Heard(
                cells[1].strip(),
                cells[2].contains("rang"),
                cells[3].contains("answered"),
                cells[4].strip(),
                cells[5].strip(),
                cells[6].contains("talked"),
                cells[7].strip());
    }
}
