package io.tablecall.ingest.session;

import io.tablecall.callflow.Directive;
import io.tablecall.callflow.Position;
import io.tablecall.schemas.call.CallEvent;
import io.tablecall.schemas.call.Provenance;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call's conversation. Turns of one call are taken one after another: whoever reads, decides and writes does so
 * inside {@link #alone}, and does nothing slow in there.
 */
public final class CallSession {

    private static final int MOST_REPLIES = 16;

    private final CallRequest request;
    private final InstantSource clock;
    private final Consumer<CallSession> changed;
    private volatile Progress progress;
    private volatile List<Directive> directives = List.of();
    private final Map<String, String> replies = new LinkedHashMap<>();

    CallSession(CallRequest request, Progress progress, InstantSource clock, Consumer<CallSession> changed) {
        this.request = request;
        this.progress = progress;
        this.clock = clock;
        this.changed = changed;
    }

    public CallRequest request() {
        return request;
    }

    public String callId() {
        return request.callId();
    }

    public Progress progress() {
        return progress;
    }

    /** The provider's own id of the call; null until it has told us. */
    public @Nullable String providerCallId() {
        return progress.providerCallId();
    }

    /** Where the conversation stands; null until it has begun. */
    public @Nullable Position position() {
        return progress.position();
    }

    /** Whether the guest has given an answer. */
    public boolean decided() {
        return progress.answer() != null;
    }

    /** Whether the conversation has nothing more to say. The line may still be open. */
    public boolean finished() {
        var position = progress.position();
        return position != null && position.ended();
    }

    /** Whether the line is known to be closed. */
    public boolean ended() {
        return progress.endedAt() != null;
    }

    /** What the last turn asked for; empty before the first and after a restart. */
    public List<Directive> directives() {
        return directives;
    }

    /** Does one thing while no other thing of this call is done. */
    public <T> T alone(Supplier<T> turn) {
        synchronized (this) {
            return turn.get();
        }
    }

    /** One fact about this call. {@code detail} is one of the records of {@code io.tablecall.schemas.call}. */
    public CallEvent event(String eventId, Instant occurredAt, Provenance provenance, Object detail) {
        return new CallEvent(
                eventId,
                request.callId(),
                request.tenantId(),
                request.reservationId(),
                request.reservationVersion(),
                request.attempt(),
                request.provider(),
                progress.providerCallId(),
                occurredAt.truncatedTo(ChronoUnit.MICROS),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                provenance,
                detail);
    }

    /** The conversation moved on. */
    public void movedTo(Position next, List<Directive> asked, @Nullable String answer) {
        synchronized (this) {
            directives = List.copyOf(asked);
            change(progress.movedTo(next, answer));
        }
    }

    /** What this event of the provider was answered; null when it is new. */
    public @Nullable String replyTo(String providerEventId) {
        synchronized (this) {
            return providerEventId.equals(progress.lastEventId()) ? progress.lastReply() : replies.get(providerEventId);
        }
    }

    /** The provider's event was answered thus; a repetition of it gets the same bytes. */
    public void answered(String providerEventId, String reply) {
        synchronized (this) {
            replies.put(providerEventId, reply);
            if (replies.size() > MOST_REPLIES) {
                replies.remove(replies.keySet().iterator().next());
            }
            change(progress.answered(providerEventId, reply));
        }
    }

    void boundTo(String providerCallId) {
        synchronized (this) {
            change(progress.boundTo(providerCallId));
        }
    }

    void endedAt(Instant at) {
        synchronized (this) {
            if (progress.endedAt() == null) {
                change(progress.endedAt(at));
            }
        }
    }

    /** Takes over what another replica wrote, if it has come further. */
    void catchUp(Progress other) {
        synchronized (this) {
            if (other.step() > progress.step()) {
                progress = other;
                directives = List.of();
            }
        }
    }

    private void change(Progress next) {
        progress = next;
        changed.accept(this);
    }
}
