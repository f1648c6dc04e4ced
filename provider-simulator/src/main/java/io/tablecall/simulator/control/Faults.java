package io.tablecall.simulator.control;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The faults that are still to strike, each with a counter. */
@Component
public class Faults {

    private final List<FaultOrder> orders = new ArrayList<>();

    /** Whether this fault strikes now; if so it is used up once. */
    public synchronized boolean strikes(Fault fault, Provider provider, String kind) {
        for (int i = 0; i < orders.size(); i++) {
            var order = orders.get(i);
            if (!order.fits(fault, provider, kind)) continue;
            if (order.remaining() > 1) orders.set(i, order.struck());
            else orders.remove(i);
            return true;
        }
        return false;
    }

    public boolean strikes(Fault fault, Provider provider) {
        return strikes(fault, provider, "");
    }

    synchronized void add(FaultOrder order) {
        if (order.remaining() > 0) orders.add(order);
    }

    synchronized List<FaultOrder> pending() {
        return List.copyOf(orders);
    }

    synchronized void clear() {
        orders.clear();
    }
}
