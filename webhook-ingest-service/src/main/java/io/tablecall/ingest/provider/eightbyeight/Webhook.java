package io.tablecall.ingest.provider.eightbyeight;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What we read of a webhook, of any kind.
 *
 * @param status {@code callStatus} of a call, {@code sessionStatus} of a session
 * @param dtmf the keys, from wherever this generation of webhooks puts them; null when none were captured
 * @param source the number we call from
 * @param legs the calls of the session, the guest's first
 */
record Webhook(
        @Nullable String eventId,
        String sessionId,
        String status,
        @Nullable String dtmf,
        @Nullable Integer sipCode,
        @Nullable String clientActionId,
        @Nullable String source,
        @Nullable Instant timestamp,
        @Nullable Instant startTime,
        @Nullable Instant endTime,
        @Nullable Integer errorCode,
        @Nullable String errorMessage,
        List<Leg> legs) {

    /** One party's call. {@code connected} is null when it was not answered. */
    record Leg(
            @Nullable Instant connected,
            @Nullable Instant disconnected,
            @Nullable Integer seconds) {}

    /** What 8x8 calls its webhooks. */
    enum Kind {
        /** Asks what to do next. */
        VCA,
        /** Tells that a session is over. */
        VSS,
        /** Tells a call's progress. */
        VCS
    }
}
