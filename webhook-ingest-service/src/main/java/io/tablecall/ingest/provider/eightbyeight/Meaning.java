package io.tablecall.ingest.provider.eightbyeight;

import io.tablecall.schemas.call.EndStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a webhook tells about the line, in our words. */
sealed interface Meaning {

    Instant at();

    /** The guest's phone rings. */
    record Ringing(Instant at) implements Meaning {}

    /** The guest's leg was picked up. */
    record Answered(Instant at) implements Meaning {}

    /** The session is over. */
    record Ended(
            Instant at,
            EndStatus status,
            String cause,
            @Nullable String causeText,
            @Nullable Double talkSeconds) implements Meaning {}
}
