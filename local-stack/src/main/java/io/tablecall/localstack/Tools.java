package io.tablecall.localstack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What the operating system lends us to start processes with. */
final class Tools {

    private Tools() {}

    /** The command prefix that keeps a terminal's Ctrl-C from a child, so that parts are stopped in order. */
    static List<String> inItsOwnSession() {
        return has("setsid") ? List.of("setsid") : List.of();
    }

    /** Whether a program of this name is on the path. */
    static boolean has(String program) {
        return Arrays.stream(
                        System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Whether the command ends well; what it says is lost. */
    static boolean succeeds(List<String> command) {
        return succeeds(command, Path.of("/dev/null"));
    }

    /** Whether the command ends well within a minute. */
    static boolean succeeds(List<String> command, Path log) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The Java launcher this JVM came from. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
