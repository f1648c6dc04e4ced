package io.tablecall.simulator.control;

import io.tablecall.simulator.guest.Guest;
import io.tablecall.simulator.guest.Guests;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Remembers every ring and every call, the newest hundred thousand at most, so that a test can count. */
@Component
public class CallLedger {

    private static final int KEPT = 100_000;

    private final Guests guests;
    private final InstantSource clock;
    private final Deque<Originate> originates = new ArrayDeque<>();
    private final Map<String, SimulatedCall> calls = new LinkedHashMap<>();

    CallLedger(Guests guests, InstantSource clock) {
        this.guests = guests;
        this.clock = clock;
    }

    /** Notes the ring and tells who will be there to hear it. */
    public synchronized Guest ring(Provider provider, String number, String providerCallId) {
        var guest = guests.ring(provider.name(), number);
        var now = clock.instant();
        originates.add(new Originate(provider, number, providerCallId, now));
        if (originates.size() > KEPT) originates.removeFirst();
        calls.put(
                providerCallId, new SimulatedCall(provider, number, providerCallId, guest.name(), "", now, null, null));
        if (calls.size() > KEPT) calls.remove(calls.keySet().iterator().next());
        return guest;
    }

    public void pressed(String providerCallId, String digits) {
        change(providerCallId, call -> call.pressing(digits));
    }

    public void ended(String providerCallId, String how) {
        change(providerCallId, call -> call.ended(clock.instant(), how));
    }

    synchronized List<Originate> originates() {
        return List.copyOf(originates);
    }

    synchronized List<SimulatedCall> calls() {
        return List.copyOf(calls.values());
    }

    synchronized void forget() {
        originates.clear();
    }

    private synchronized void change(String providerCallId, UnaryOperator<SimulatedCall> how) {
        calls.computeIfPresent(providerCallId, (_, call) -> how.apply(call));
    }
}
