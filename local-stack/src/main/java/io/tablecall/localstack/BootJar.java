package io.tablecall.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** A service's jar, laid out as plain files, which start faster than a jar of jars and can have an AOT cache. */
record BootJar(Path jar, Path cache) {
    private static final String VERSION = "0.1.0-SNAPSHOT";
    private static final List<String> JVM = List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            // Four services start side by side: the optimising compiler would take longer than it ever gives back here.
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=64m",
            "-Xss512k",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "-Dreactor.netty.ioWorkerCount=1",
            "-Duser.timezone=UTC");

    /** Lays the jar out beneath {@code apps}, unless this very build of it was before. */
    static BootJar extracted(Home home, App app, Path apps, Path log) {
        var name = app.module() + "-" + VERSION + ".jar";
        var fat = home.root().resolve(app.module()).resolve("target").resolve(name);
        if (!Files.exists(fat)) {
            throw new PartFailed(fat + " is missing: build it first (./mvnw -DskipTests package)");
        }
        try {
            var folder = apps.resolve(app.label() + "-" + fingerprint(fat));
            if (!Files.exists(folder)) {
                discardOlder(apps, app);
                extract(fat, folder, log);
            }
            return new BootJar(folder.resolve(name), folder.resolve(cacheName()));
        } catch (IOException e) {
            throw new UncheckedIOException(app.label() + " could not be unpacked", e);
        }
    }

    /** Of the content: reproducible builds all carry the same time. */
    private static String fingerprint(Path fat) throws IOException {
        var checksum = new CRC32C();
        try (var file = FileChannel.open(fat)) {
            checksum.update(file.map(FileChannel.MapMode.READ_ONLY, 0, file.size()));
        }
        return Long.toHexString(checksum.getValue());
    }

    private static String cacheName() {
        return "java-" + System.getProperty("java.runtime.version") + ".aot";
    }

    private static void discardOlder(Path apps, App app) throws IOException {
        Files.createDirectories(apps);
        try (var folders = Files.newDirectoryStream(apps, app.label() + "-*")) {
            for (var folder : folders) {
                Folders.delete(folder);
            }
        }
    }

    private static void extract(Path fat, Path folder, Path log) throws IOException {
        Files.createDirectories(log.getParent());
        var beside = Files.createTempDirectory(folder.getParent(), "unpacking-");
        var command = List.of(
                Tools.java(),
                "-XX:TieredStopAtLevel=1",
                "-Djarmode=tools",
                "-jar",
                fat.toString(),
                "extract",
                "--force",
                "--destination",
                beside.toString());
        if (!Tools.succeeds(command, log)) {
            Folders.delete(beside);
            throw new PartFailed(fat + " could not be unpacked, see " + log);
        }
        Files.move(beside, folder);
    }

    boolean trained() {
        return Files.exists(cache);
    }

    /** Starts it, with its AOT cache when there is one. */
    List<String> command() {
        return command(Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.of());
    }

    /** Starts it up to the point where it would begin to work, to write an AOT cache, behind everything else. */
    List<String> training(Path output) {
        var command = new ArrayList<>(List.of("nice", "-n", "19"));
        command.addAll(command(List.of("-XX:AOTCacheOutput=" + output, "-Dspring.context.exit=onRefresh")));
        return command;
    }

    private List<String> command(List<String> more) {
        var command = new ArrayList<String>();
        command.add(Tools.java());
        command.addAll(JVM);
        command.addAll(more);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }
}
