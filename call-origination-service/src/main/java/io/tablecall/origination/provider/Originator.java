package io.tablecall.origination.provider;

import io.tablecall.origination.call.CallId;
import reactor.core.publisher.Mono;

/** All that origination knows of a telephony provider. A new provider is a new package, not an edit here. */
public interface Originator {

    /** Its name on the wire and in {@code PROVIDERS}. */
    String provider();

    /** Asks for one ring, with one request and never a second; whatever goes wrong is an answer, not an error. */
    Mono<Origination> originate(Dial dial);

    /** True when the provider vouches that the call lives. False proves nothing. */
    default Mono<Boolean> knows(CallId call) {
        return Mono.just(false);
    }

    /** Stops a call where the provider can do that. Fails when the provider did not hear it: the call may go on. */
    default Mono<Void> hangUp(CallId call) {
        return Mono.empty();
    }
}
