package io.tablecall.simulator.eightbyeight;

import java.util.Arrays;
import java.util.Optional;

/** The webhooks an account may register. */
enum WebhookKind {
    VCS,
    VCA,
    VSS,
    VRU,
    VNU;

    static Optional<WebhookKind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }
}
