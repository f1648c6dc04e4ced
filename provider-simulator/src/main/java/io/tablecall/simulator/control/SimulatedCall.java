package io.tablecall.simulator.control;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One call as a test sees it: who was telephoned, what they pressed, how it ended. */
public record SimulatedCall(
        Provider provider,
        String number,
        String providerCallId,
        String guest,
        String digits,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String ending) {

    SimulatedCall pressing(String more) {
        return new SimulatedCall(provider, number, providerCallId, guest, digits + more, startedAt, endedAt, ending);
    }

    SimulatedCall ended(Instant at, String how) {
        return new SimulatedCall(provider, number, providerCallId, guest, digits, startedAt, at, how);
    }

    @Override
    public String toString() {
        return "SimulatedCall[provider=%s, providerCallId=%s, ending=%s]".formatted(provider, providerCallId, ending);
    }
}
