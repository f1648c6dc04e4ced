package io.tablecall.simulator.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A fault to strike the next {@code times} occasions; {@code kind} narrows it to one kind of webhook
 * ({@code VCA VSS VCS}) or event ({@code StasisStart} and so on).
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FaultOrder(
        Fault fault,
        Provider provider,
        @Nullable Integer times,
        @Nullable String kind) {

    int remaining() {
        return times == null ? 1 : times;
    }

    boolean fits(Fault asked, Provider where, String what) {
        return fault == asked && provider == where && (kind == null || kind.equals(what));
    }

    FaultOrder struck() {
        return new FaultOrder(fault, provider, remaining() - 1, kind);
    }
}
