package io.tablecall.simulator.guest;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** All guests of one provider world; remembers how often each telephone rang. */
@Component
public class Guests {

    private final Map<String, Integer> rings = new ConcurrentHashMap<>();

    /** The guest as found at this ring. {@code line} keeps the providers' counts apart. */
    public Guest ring(String line, String number) {
        return Guest.of(number, rings.merge(line + number, 1, Integer::sum));
    }
}
