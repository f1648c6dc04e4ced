package io.tablecall.analytics.story;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** How a happening is kept in a row: its kind beside its fields as JSON. */
final class HappeningJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Map<String, Class<? extends Happening>> KINDS = Stream.of(
                    Happening.Requested.class,
                    Happening.Placed.class,
                    Happening.Refused.class,
                    Happening.Unclear.class,
                    Happening.Ringing.class,
                    Happening.Answered.class,
                    Happening.Asked.class,
                    Happening.Pressed.class,
                    Happening.Answer.class,
                    Happening.Concluded.class,
                    Happening.Ended.class)
            .collect(Collectors.toMap(HappeningJson::kind, type -> type));

    private HappeningJson() {}

    static String kind(Happening happening) {
        return kind(happening.getClass());
    }

    static String write(Happening happening) {
        return JSON.writeValueAsString(happening);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException for a kind no version of us ever wrote
     */
    static Happening read(String kind, String fields) {
        var type = KINDS.get(kind);
        if (type == null) {
            throw new IllegalArgumentException("no such kind of fact: " + kind);
        }
        return JSON.readValue(fields, type);
    }

    private static String kind(Class<? extends Happening> type) {
        return type.getSimpleName();
    }
}
