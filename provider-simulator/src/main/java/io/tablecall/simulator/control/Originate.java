package io.tablecall.simulator.control;

import java.time.Instant;

/** A ring the provider accepted to make; {@code number} is E.164. */
public record Originate(Provider provider, String number, String providerCallId, Instant at) {

    @Override
    public String toString() {
        return "Originate[provider=%s, providerCallId=%s]".formatted(provider, providerCallId);
    }
}
