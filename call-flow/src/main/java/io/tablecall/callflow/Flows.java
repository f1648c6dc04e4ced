package io.tablecall.callflow;

import io.tablecall.callflow.document.FlowJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The flows known, by id and version. */
public final class Flows {
    private static final String RESERVATION_CONFIRMATION = "reservation-confirmation.json";

    private final List<Flow> known;

    private Flows(Collection<Flow> known) {
        this.known = List.copyOf(known);
    }

    public static Flows of(Collection<Flow> known) {
        return new Flows(known);
    }

    /** The flows that come with the house: {@code reservation-confirmation}. Compiles them, so ask once. */
    public static Flows builtIn() {
        return new Flows(List.of(load(RESERVATION_CONFIRMATION)));
    }

    public Optional<Flow> find(String id, int version) {
        return known.stream()
                .filter(it -> it.id().equals(id) && it.version() == version)
                .findFirst();
    }

    public Optional<Flow> latest(String id) {
        return known.stream().filter(it -> it.id().equals(id)).max(Comparator.comparingInt(Flow::version));
    }

    private static Flow load(String resource) {
        try (var json = Flows.class.getResourceAsStream(resource)) {
            if (json == null) throw new IllegalStateException("not packaged: " + resource);
            var text = new String(json.readAllBytes(), StandardCharsets.UTF_8);
            return Flow.of(FlowJson.withInstalledKinds().read(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
