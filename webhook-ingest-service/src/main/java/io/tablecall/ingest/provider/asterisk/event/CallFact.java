package io.tablecall.ingest.provider.asterisk.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * One thing we know about a call, ready for its envelope. The id derives from what Asterisk said, so that hearing it
 * twice is knowing it once.
 */
public record CallFact(String eventId, Instant at, SpecificRecord detail) {

    static CallFact of(ChannelStory story, Instant at, SpecificRecord detail, @Nullable Object... discriminators) {
        return new CallFact(
                id(story.channel(), story.created(), detail.getClass().getSimpleName(), discriminators), at, detail);
    }

    /** A name-based UUID of the channel, its creation and whatever tells this fact from others of its kind. */
    public static String id(String channel, Instant created, String kind, @Nullable Object... discriminators) {
        var name = new StringBuilder("asterisk/").append(channel).append('/').append(created.toEpochMilli());
        name.append('/').append(kind);
        for (var part : discriminators) name.append('/').append(part);
        return UUID.nameUUIDFromBytes(name.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
