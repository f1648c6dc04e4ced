package io.tablecall.endtoend.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How the programs that are measured are started. */
final class Programs {
    /** As the local stack starts its services, so that every contestant runs on the same terms. */
    static final List<String> JVM = List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:ReservedCodeCacheSize=64m",
            "-Xss512k",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "-Dreactor.netty.ioWorkerCount=1",
            "-Duser.timezone=UTC",
            "-Dslf4j.internal.verbosity=ERROR");

    private Programs() {}

    static Path home() {
        return Path.of(System.getProperty("tablecall.home", "."))
                .toAbsolutePath()
                .normalize();
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static Path fatJar(String module) throws IOException {
        try (var jars = Files.newDirectoryStream(home().resolve(module).resolve("target"), module + "-*.jar")) {
            for (var jar : jars) {
                return jar;
            }
        }
        throw new IOException(module + " has not been built: ./mvnw -DskipTests package");
    }

    /** The jar to start a service from, laid out as plain files in this folder. */
    static Path extracted(String module, Path folder) throws IOException, InterruptedException {
        var fat = fatJar(module);
        var command = List.of(
                java(), "-Djarmode=tools", "-jar", fat.toString(), "extract", "--destination", folder.toString());
        try (var extraction = OwnProcess.start(command, Map.of(), folder.resolveSibling("extract.log"))) {
            if (extraction.awaitEnd() != 0) {
                throw new IOException(fat + " could not be unpacked");
            }
        }
        return folder.resolve(fat.getFileName());
    }

    /** A class of this module. */
    static List<String> ownClass(Class<?> main, String... arguments) {
        return onClassPath(classPath(), main.getName(), arguments);
    }

    /** One of the tools that come with Kafka, on the broker's class path. */
    static List<String> kafkaTool(String main, String... arguments) {
        var tools = Arrays.stream(classPath().split(File.pathSeparator, -1))
                .filter(entry -> entry.contains("kafka-tools-"))
                .collect(Collectors.joining(File.pathSeparator));
        var broker = home().resolve("local-stack/target/kafka") + "/*";
        var command = onClassPath(tools + File.pathSeparator + broker, main, arguments);
        command.add(1, "-Dlog4j2.statusLoggerLevel=OFF");
        command.add(1, "-Dorg.slf4j.simpleLogger.defaultLogLevel=error");
        return command;
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    private static List<String> onClassPath(String classPath, String main, String... arguments) {
        var command = new ArrayList<String>();
        command.add(java());
        command.addAll(JVM);
        command.addAll(List.of("-cp", classPath, main));
        command.addAll(List.of(arguments));
        return command;
    }
}
