package io.tablecall.ingest.provider.asterisk.line;

import io.tablecall.callflow.Directive;
import io.tablecall.callflow.Input;
import io.tablecall.ingest.provider.asterisk.event.CallFact;
import io.tablecall.schemas.call.Provenance;
import io.tablecall.schemas.provider.ProviderEvent;
import io.tablecall.speech.Utterance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The call behind a channel. Nothing here waits: facts are handed over in order and become durable on their own.
 * {@code cause} names what of Asterisk's a turn follows from; the same cause gives the same event ids.
 */
public interface LiveCall {

    String callId();

    Instant requestedAt();

    /** From its request, after which the call is over whatever we hear. */
    Duration maxDuration();

    /** Whether the conversation has begun, so that somebody has picked up. */
    boolean begun();

    /** Whether the conversation has nothing more to say. */
    boolean finished();

    /** Whether the line is known to be closed. */
    boolean ended();

    /** The first turn; nothing when the conversation has begun already. */
    List<Directive> begin(String cause, Instant at);

    /** The next turn; nothing when the conversation is finished. */
    List<Directive> proceed(Input input, String cause, Instant at);

    /** What the last turn asked for; nothing when that was before our time. */
    List<Directive> again();

    void guestGone(String cause, Instant at);

    /** We could not go on: no prompt could be heard. */
    void brokeOff(String cause, Instant at);

    void tell(@Nullable ProviderEvent raw, List<CallFact> facts, Provenance provenance);

    /** What is likely to be said next. */
    List<Utterance> foreseen();
}
