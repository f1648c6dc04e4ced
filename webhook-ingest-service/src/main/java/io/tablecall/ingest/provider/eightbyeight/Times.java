package io.tablecall.ingest.provider.eightbyeight;

import io.tablecall.web.BadInput;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** 8x8's times: ISO 8601 with a zone, whole seconds in one kind of webhook and milliseconds in another. */
final class Times {

    private Times() {}

    static @Nullable Instant read(@Nullable String text, String pointer) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeParseException notTimes) {
            throw new BadInput(pointer, "must be an ISO 8601 time with a zone");
        }
    }
}
