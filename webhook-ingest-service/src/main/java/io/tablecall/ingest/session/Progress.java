package io.tablecall.ingest.session;

import io.tablecall.callflow.Position;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a conversation stands.
 *
 * @param position null until it has begun
 * @param step how many turns it has taken; grows with every one
 * @param answer the answer the guest gave; null while undecided
 * @param lastEventId the provider's event that was answered last
 * @param lastReply what it was answered
 * @param endedAt when the line was closed; null while it may be open
 */
public record Progress(
        @Nullable String providerCallId,
        @Nullable Position position,
        int step,
        @Nullable String answer,
        @Nullable String lastEventId,
        @Nullable String lastReply,
        @Nullable Instant endedAt) {

    static final Progress NONE = new Progress(null, null, 0, null, null, null, null);

    Progress boundTo(String id) {
        return new Progress(id, position, step, answer, lastEventId, lastReply, endedAt);
    }

    Progress movedTo(Position next, @Nullable String given) {
        return new Progress(
                providerCallId, next, step + 1, given == null ? answer : given, lastEventId, lastReply, endedAt);
    }

    Progress answered(String eventId, String reply) {
        return new Progress(providerCallId, position, step, answer, eventId, reply, endedAt);
    }

    Progress endedAt(Instant at) {
        return new Progress(providerCallId, position, step, answer, lastEventId, lastReply, at);
    }
}
