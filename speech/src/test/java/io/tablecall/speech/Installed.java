package io.tablecall.speech;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;

final class Installed {

    private Installed() {}

    static Engine orSkipped(Engine engine) {
        assumeTrue(engine.installed(), () -> "skipped: the package " + engine.name() + " is not installed");
        return engine;
    }

    static EspeakNg espeakNg() {
        return new EspeakNg(Duration.ofSeconds(10));
    }

    static Flite flite() {
        return new Flite(Duration.ofSeconds(10));
    }
}
