package io.tablecall.ingest.provider.asterisk.line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Asterisk reads a directory we write to; a file is there whole or not at all. */
public record PromptDirectory(Path directory) implements SpokenPrompts.Delivery {

    public PromptDirectory {
        if (directory.toString().contains(",")) throw new IllegalArgumentException("Asterisk splits media at commas");
    }

    @Override
    public String deliver(Path audio) throws IOException {
        var name = audio.getFileName().toString();
        var target = directory.resolve(name);
        if (!Files.exists(target)) copy(audio, target);
        var dot = name.lastIndexOf('.');
        return directory
                .resolve(dot < 0 ? name : name.substring(0, dot))
                .toAbsolutePath()
                .toString();
    }

    private void copy(Path audio, Path target) throws IOException {
        Files.createDirectories(directory);
        var whole = Files.createTempFile(directory, ".prompt", ".part");
        try {
            Files.copy(audio, whole, StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(whole, PosixFilePermissions.fromString("rw-r--r--"));
            Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(whole);
        }
    }
}
