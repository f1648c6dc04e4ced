package io.tablecall.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import java.util.stream.Collectors;

/** Random passwords and tokens, made once for a data folder and kept in it. */
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 18;

    private final Path file;
    private final Properties known;

    private Secrets(Path file, Properties known) {
        this.file = file;
        this.known = known;
    }

    static Secrets in(Path folder) {
        var file = folder.resolve("secrets.properties");
        var known = new Properties();
        try {
            Files.createDirectories(folder);
            if (Files.exists(file)) {
                try (var reader = Files.newBufferedReader(file)) {
                    known.load(reader);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Secrets(file, known);
    }

    /** The secret of this name, the same for ever. */
    synchronized String of(String name) {
        var secret = known.getProperty(name);
        if (secret != null) {
            return secret;
        }
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var fresh = HexFormat.of().formatHex(bytes);
        known.setProperty(name, fresh);
        save();
        return fresh;
    }

    private void save() {
        try {
            Folders.writePrivately(
                    file,
                    known.stringPropertyNames().stream()
                            .sorted()
                            .map(name -> name + "=" + known.getProperty(name) + "\n")
                            .collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "Secrets[***]";
    }
}
