package io.tablecall.ingest.conversation;

import io.tablecall.callflow.Input;
import io.tablecall.ingest.publish.Source;
import io.tablecall.ingest.session.CallSession;

/**
 * Takes a call's conversation one turn further. Pure of time and network, so it may run on an event loop. Call it inside
 * {@link CallSession#alone}, and hand the facts over before leaving, so that facts keep the order of the turns.
 */
public interface Conversations {

    /** The first turn. Says nothing when the conversation has begun already. */
    Spoken begin(CallSession session, Source source);

    /** The next turn; begins the conversation first when it has not. Says nothing when it is finished. */
    Spoken proceed(CallSession session, Input input, Source source);

    /**
     * What there is to tell when the guest is gone. The conversation stays where it is, so that a key pressed before,
     * heard after, still counts.
     */
    Spoken hungUp(CallSession session, Source source);
}
