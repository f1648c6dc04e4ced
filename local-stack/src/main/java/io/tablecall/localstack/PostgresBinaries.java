package io.tablecall.localstack;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The database's programs, unpacked once per build and run as somebody who is not root, as they insist. */
record PostgresBinaries(Path folder, List<String> asOrdinaryUser) {

    static PostgresBinaries unpacked(Path folder) {
        if (!Files.isDirectory(folder)) {
            unpack(folder);
        }
        return new PostgresBinaries(folder, ordinaryUser());
    }

    List<String> command(String program, List<String> arguments) {
        var command = new ArrayList<>(asOrdinaryUser);
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    /** Unpacks beside the goal and renames, so that several JVMs may do it at once and none sees half of it. */
    private static void unpack(Path goal) {
        try {
            Files.createDirectories(goal.getParent());
            var beside = Files.createTempDirectory(goal.getParent(), "postgres-unpacking");
            try (var archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                    System.getProperty("os.name"), System.getProperty("os.arch"))) {
                unpack(archive, beside);
            }
            Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rwxr-xr-x"));
            move(beside, goal);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be unpacked to " + goal, e);
        }
    }

    private static void move(Path beside, Path goal) throws IOException {
        try {
            Files.move(beside, goal, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException anotherWasFaster) {
            Folders.delete(beside);
        }
    }

    private static void unpack(InputStream archive, Path folder) throws IOException {
        try (var files = new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
            for (var entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
                unpack(files, entry, folder.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(InputStream content, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, path);
        var executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    /** Root steps into a user namespace where it is nobody, yet still owns its files. */
    private static List<String> ordinaryUser() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        if (Tools.succeeds(List.of("unshare", "-U", "true"))) {
            return List.of("unshare", "-U");
        }
        throw new PartFailed("PostgreSQL refuses to run as root and user namespaces are not allowed here:"
                + " start Tablecall as an ordinary user");
    }
}
