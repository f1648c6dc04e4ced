package io.tablecall.localstack;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How a stack is started.
 *
 * @param data where its databases and secrets are
 * @param state where logs and the lock are
 * @param usualPorts whether every part tries its usual port before any other
 * @param outsideAsterisk {@code ARI_*} and related variables of an Asterisk that stands in for the simulated one; empty
 *     for the simulated one
 * @param settings environment variables that replace those the stack would give an app
 * @param news told of progress, a line at a time
 */
public record StackOptions(
        Path data,
        Path state,
        boolean usualPorts,
        Map<String, String> outsideAsterisk,
        Map<App, Map<String, String>> settings,
        Consumer<String> news) {

    /** A throw-away stack on free ports that says nothing: for tests. */
    public static StackOptions throwAway() {
        var folder = Folders.temporary("tablecall-stack-");
        return new StackOptions(folder.resolve("data"), folder, false, Map.of(), Map.of(), _ -> {});
    }

    /** The one stack of the project folder, on the usual ports where these are free. */
    static StackOptions ofProject(Home home, String data, Consumer<String> news) {
        var state = home.root().resolve(".tablecall");
        return new StackOptions(state.resolve(data), state, true, Map.of(), Map.of(), news);
    }

    /** Gives an app this environment variable. */
    public StackOptions with(App app, String variable, String value) {
        var changed = new EnumMap<App, Map<String, String>>(App.class);
        changed.putAll(settings);
        var variables = new HashMap<>(settings.getOrDefault(app, Map.of()));
        variables.put(variable, value);
        changed.put(app, Map.copyOf(variables));
        return new StackOptions(data, state, usualPorts, outsideAsterisk, changed, news);
    }

    /** Dials through an Asterisk outside the stack. */
    StackOptions withOutsideAsterisk(Map<String, String> variables) {
        return new StackOptions(data, state, usualPorts, Map.copyOf(variables), settings, news);
    }

    Path logs() {
        return state.resolve("logs");
    }

    Path log(String part) {
        return logs().resolve(part + ".log");
    }
}
