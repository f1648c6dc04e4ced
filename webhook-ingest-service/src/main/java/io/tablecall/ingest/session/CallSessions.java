package io.tablecall.ingest.session;

import java.time.Duration;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** The conversations under way: in memory first, then in their table. */
public interface CallSessions {

    /** The session of our call; empty when nobody asked for such a call. */
    Mono<CallSession> byCall(String callId);

    /** The session of the provider's call; empty when no call of ours is known to have this id. */
    Mono<CallSession> byProviderCall(String provider, String providerCallId);

    /** As {@link #byProviderCall}, but waits a while for the provider's id to be made known to us. */
    Mono<CallSession> awaitProviderCall(String provider, String providerCallId, Duration patience);

    /** What memory alone can tell. */
    Optional<CallSession> atHand(String provider, String providerCallId);

    /** Makes the provider's id of the call known; whoever waits for it gets the session. */
    void bind(CallSession session, String providerCallId);

    /** Takes over what another replica may have written about this conversation meanwhile. */
    Mono<CallSession> refreshed(CallSession session);
}
