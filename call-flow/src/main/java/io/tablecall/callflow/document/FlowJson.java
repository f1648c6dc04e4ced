package io.tablecall.callflow.document;

import java.util.List;
import java.util.ServiceLoader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes flows as JSON. What it writes it reads back as an equal flow. Safe to share. */
public final class FlowJson {
    private final JsonMapper mapper = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final FlowReader reader;

    private FlowJson(Iterable<ActionKind> kinds) {
        reader = new FlowReader(new ActionReader(kinds));
    }

    /** With every {@link ActionKind} on the class path. */
    public static FlowJson withInstalledKinds() {
        return new FlowJson(ServiceLoader.load(ActionKind.class));
    }

    /**
     * Reads a flow that can be spoken.
     *
     * @throws InvalidFlow with everything that is wrong with it
     */
    public FlowDocument read(String json) {
        var problems = new Problems();
        try {
            var flow = reader.read(new Fields(mapper.readTree(json), "", problems));
            FlowCheck.check(flow, problems);
            if (problems.none()) return flow;
        } catch (JacksonException e) {
            throw new InvalidFlow(List.of(new Problem("", "is no JSON: " + e.getOriginalMessage())));
        }
        throw new InvalidFlow(problems.all());
    }

    public String write(FlowDocument flow) {
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(FlowWriter.write(flow));
    }
}
