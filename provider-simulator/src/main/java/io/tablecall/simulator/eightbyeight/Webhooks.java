package io.tablecall.simulator.eightbyeight;

import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where the account wants its webhooks: one address per kind. */
@Component
class Webhooks {

    private final Map<WebhookKind, Registration> registered = new EnumMap<>(WebhookKind.class);

    record Registration(
            WebhookKind type,
            URI url,
            boolean enabled,
            @Nullable String httpAuthHeader) {
        @Override
        public String toString() {
            return "Registration[type=%s, enabled=%s]".formatted(type, enabled);
        }
    }

    synchronized void put(Registration registration) {
        registered.put(registration.type(), registration);
    }

    synchronized Optional<Registration> remove(WebhookKind kind) {
        return Optional.ofNullable(registered.remove(kind));
    }

    synchronized List<Registration> all() {
        return List.copyOf(registered.values());
    }

    synchronized Optional<Registration> active(WebhookKind kind) {
        return Optional.ofNullable(registered.get(kind)).filter(Registration::enabled);
    }

    boolean takes(WebhookKind kind) {
        return active(kind).isPresent();
    }
}
