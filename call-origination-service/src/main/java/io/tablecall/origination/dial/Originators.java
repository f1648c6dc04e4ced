package io.tablecall.origination.dial;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.tablecall.origination.provider.Originator;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The providers this process dials through, by name. */
@Component
class Originators {

    private final Map<String, Originator> byName;

    Originators(List<Originator> originators) {
        byName = originators.stream().collect(toUnmodifiableMap(Originator::provider, identity()));
    }

    Optional<Originator> named(String provider) {
        return Optional.ofNullable(byName.get(provider));
    }

    Collection<Originator> all() {
        return byName.values();
    }
}
