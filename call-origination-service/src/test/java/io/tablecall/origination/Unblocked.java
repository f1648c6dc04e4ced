package io.tablecall.origination;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/** What only looks like blocking (the kernel's random source), or happens once (the API description scans classes). */
public final class Unblocked implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder hound) {
        hound.allowBlockingCallsInside("java.security.SecureRandom", "nextBytes");
        hound.allowBlockingCallsInside("org.springdoc.api.AbstractOpenApiResource", "getOpenApi");
    }
}
