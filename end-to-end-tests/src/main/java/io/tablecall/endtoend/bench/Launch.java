package io.tablecall.endtoend.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How the stack started a service: read off the running process, so that it is started again exactly so. */
record Launch(List<String> command, Map<String, String> environment) {
    private static final String AOT = "-XX:AOTCache=";

    /** Of the child of this JVM whose command names this. */
    static Launch ofChild(String named) throws IOException {
        for (var child : ProcessHandle.current().descendants().toList()) {
            var folder = Path.of("/proc", Long.toString(child.pid()));
            if (Files.exists(folder)) {
                var command = words(folder.resolve("cmdline"));
                if (command.stream().anyMatch(word -> word.contains(named))) {
                    return new Launch(command, variables(folder.resolve("environ")));
                }
            }
        }
        throw new IOException("no process of " + named);
    }

    private static List<String> words(Path file) throws IOException {
        return Arrays.stream(Files.readString(file, StandardCharsets.UTF_8).split("\0", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Map<String, String> variables(Path file) throws IOException {
        var variables = new HashMap<String, String>();
        for (var word : words(file)) {
            int equals = word.indexOf('=');
            variables.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return variables;
    }

    boolean usesCache() {
        return command.stream().anyMatch(word -> word.startsWith(AOT));
    }

    /** The plain files, without an AOT cache. */
    Launch cold() {
        return new Launch(command.stream().filter(word -> !word.startsWith(AOT)).toList(), environment);
    }

    /** The jar of jars as the build leaves it, without an AOT cache. */
    Launch fat(Path home) throws IOException {
        var name = jar().getFileName();
        try (var modules = Files.newDirectoryStream(home)) {
            for (var module : modules) {
                var fat = module.resolve("target").resolve(name);
                if (Files.exists(fat)) {
                    var changed = new ArrayList<>(cold().command);
                    changed.set(changed.size() - 1, fat.toString());
                    return new Launch(changed, environment);
                }
            }
        }
        throw new IOException("no " + name + " in any module");
    }

    Launch warm() {
        return cold().with(AOT + cache());
    }

    /** Writes the AOT cache where the stack looks for it. */
    void train(Path log) throws IOException, InterruptedException {
        var training = cold().with("-XX:AOTCacheOutput=" + cache(), "-Dspring.context.exit=onRefresh");
        var onNoPort = new HashMap<>(environment);
        onNoPort.put("SERVER_PORT", "0");
        try (var process = OwnProcess.start(training.command, onNoPort, log)) {
            if (process.awaitEnd() != 0 || !Files.exists(cache())) {
                throw new IOException("no AOT cache for " + jar());
            }
        }
    }

    /** Seconds from here until it says that it is ready. */
    double seconds(Path log) throws IOException, InterruptedException {
        var port = Objects.requireNonNull(environment.get("SERVER_PORT"));
        var health = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
        long began = System.nanoTime();
        try (var process = OwnProcess.start(command, environment, log)) {
            process.awaitReady(health);
            return (System.nanoTime() - began) / 1e9;
        }
    }

    private Path jar() {
        return Path.of(command.getLast());
    }

    private Path cache() {
        return jar().resolveSibling("java-" + System.getProperty("java.runtime.version") + ".aot");
    }

    private Launch with(String... options) {
        var changed = new ArrayList<>(command);
        changed.addAll(1, List.of(options));
        return new Launch(changed, environment);
    }

    /** Without the environment: it holds secrets. */
    @Override
    public String toString() {
        return "Launch" + command;
    }
}
