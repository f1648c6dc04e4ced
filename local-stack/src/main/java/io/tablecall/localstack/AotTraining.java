package io.tablecall.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Writes the AOT cache of a program by starting it once more, on no port and without letting it work. */
final class AotTraining {
    private static final int MINUTES = 3;

    private AotTraining() {}

    /** A training that fails leaves a log and no cache; the program then starts as it does without. */
    static void train(BootJar jar, Map<String, String> environment, Path log) {
        if (Files.exists(jar.cache())) {
            return;
        }
        var output = jar.cache().resolveSibling(jar.cache().getFileName() + ".part");
        try {
            var builder = new ProcessBuilder(jar.training(output))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(onNoPort(environment));
            var process = builder.start();
            Reaper.watch(process);
            if (process.waitFor(MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0 && Files.exists(output)) {
                Files.move(output, jar.cache(), StandardCopyOption.ATOMIC_MOVE);
            }
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Files.deleteIfExists(output);
        } catch (IOException e) {
            note(log, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> onNoPort(Map<String, String> environment) {
        var changed = new HashMap<>(environment);
        changed.put("SERVER_PORT", "0");
        return changed;
    }

    private static void note(Path log, IOException failure) {
        try {
            Files.writeString(log, "no AOT cache: " + failure + System.lineSeparator());
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
