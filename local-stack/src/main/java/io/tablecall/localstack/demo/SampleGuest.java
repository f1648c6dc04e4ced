package io.tablecall.localstack.demo;

import static io.tablecall.schemas.reservation.Outcome.CANCELLED;
import static io.tablecall.schemas.reservation.Outcome.CONFIRMED;
import static io.tablecall.schemas.reservation.Outcome.REFUSED;
import static io.tablecall.schemas.reservation.Outcome.UNREACHED;
import static io.tablecall.schemas.reservation.Outcome.UNRESOLVED;

import io.tablecall.schemas.reservation.Outcome;
import java.util.List;

/**
 * A guest whose behaviour the simulator reads from the last two digits of the number, and what must come of it.
 *
 * @param rings how often the telephone rings in all
 * @param key the key of the recorded answer, or a dash
 */
record SampleGuest(
        String reservationId,
        String provider,
        String phone,
        String language,
        String story,
        Outcome expected,
        int rings,
        String key) {

    static final String NO_KEY = "-";

    private static final String EIGHT = "8x8";
    private static final String ASTERISK = "asterisk";

    static List<SampleGuest> all() {
        return List.of(
                guest(1, EIGHT, "+6581234501", "en-US", "confirms", CONFIRMED, 1, "1"),
                guest(2, EIGHT, "+447400123402", "en-US", "cancels", CANCELLED, 1, "0"),
                guest(3, EIGHT, "+12025550103", "en-US", "presses 7, then confirms", CONFIRMED, 1, "1"),
                guest(4, EIGHT, "+33612345604", "fr-FR", "stays silent", UNRESOLVED, 1, NO_KEY),
                guest(5, EIGHT, "+34612345613", "es-ES", "is busy once, then confirms", CONFIRMED, 2, "1"),
                guest(6, EIGHT, "+6591234507", "zh-CN", "never picks up", UNREACHED, 3, NO_KEY),
                guest(7, EIGHT, "+4915123456706", "de-DE", "declines the call", UNREACHED, 1, NO_KEY),
                guest(8, EIGHT, "+61491570114", "en-US", "wants no more calls", REFUSED, 1, "9"),
                guest(9, ASTERISK, "+6581234601", "zh-CN", "confirms", CONFIRMED, 1, "1"),
                guest(10, ASTERISK, "+447400123502", "en-US", "cancels", CANCELLED, 1, "0"),
                guest(11, ASTERISK, "+12025550203", "es-ES", "presses 7, then confirms", CONFIRMED, 1, "1"),
                guest(12, ASTERISK, "+33612345704", "fr-FR", "stays silent", UNRESOLVED, 1, NO_KEY),
                guest(13, ASTERISK, "+34612345713", "es-ES", "is busy once, then confirms", CONFIRMED, 2, "1"),
                guest(14, ASTERISK, "+6591234607", "en-US", "never picks up", UNREACHED, 3, NO_KEY),
                guest(15, ASTERISK, "+819012345609", "en-US", "hangs up in mid-prompt", UNRESOLVED, 1, NO_KEY),
                guest(16, ASTERISK, "+4915123456815", "de-DE", "listens twice, then confirms", CONFIRMED, 1, "1"));
    }

    private static SampleGuest guest(
            int number,
            String provider,
            String phone,
            String language,
            String story,
            Outcome expected,
            int rings,
            String key) {
        return new SampleGuest("demo-%02d".formatted(number), provider, phone, language, story, expected, rings, key);
    }

    /** As it may be shown. */
    String maskedPhone() {
        return "+***" + phone.substring(phone.length() - 2);
    }

    @Override
    public String toString() {
        return "SampleGuest[" + reservationId + "]";
    }
}
