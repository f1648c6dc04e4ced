package io.tablecall.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * WAV files named by what they say. A file appears whole or not at all; its modification time is the time of its last
 * use, since access times are off on most mounts.
 */
final class AudioCache {

    private static final String SUFFIX = ".wav";
    private static final double ROOM_AFTER_EVICTION = 0.9;

    private final Path directory;
    private final long maxBytes;
    private final InstantSource clock;
    private final AtomicLong bytes;

    AudioCache(Path directory, long maxBytes, InstantSource clock) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.maxBytes = maxBytes;
        this.clock = clock;
        this.bytes = new AtomicLong(entries().stream().mapToLong(Entry::size).sum());
    }

    Optional<Path> find(String key) {
        var file = directory.resolve(key + SUFFIX);
        try {
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
            return Optional.of(file);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    Path store(String key, byte[] wav) throws IOException {
        var file = directory.resolve(key + SUFFIX);
        var scratch = scratch();
        try {
            Files.write(scratch, wav);
            Files.setLastModifiedTime(scratch, FileTime.from(clock.instant()));
            Files.move(scratch, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(scratch);
        }
        if (bytes.addAndGet(wav.length) > maxBytes) {
            evict(file);
        }
        return file;
    }

    Path scratch() throws IOException {
        return Files.createTempFile(directory, "render", ".part");
    }

    /** Counts again from the disk, which other processes may share, and makes some room ahead. */
    private synchronized void evict(Path justStored) throws IOException {
        var entries = entries();
        long total = entries.stream().mapToLong(Entry::size).sum();
        if (total > maxBytes) {
            long goal = (long) (maxBytes * ROOM_AFTER_EVICTION);
            entries.sort(Comparator.comparing(Entry::used));
            for (var entry : entries) {
                if (total <= goal) {
                    break;
                }
                if (!entry.file().equals(justStored)) {
                    Files.deleteIfExists(entry.file());
                    total -= entry.size();
                }
            }
        }
        bytes.set(total);
    }

    private List<Entry> entries() throws IOException {
        var entries = new ArrayList<Entry>();
        try (var files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
            for (var file : files) {
                entry(file).ifPresent(entries::add);
            }
        }
        return entries;
    }

    /** Empty when another process evicted the file meanwhile. */
    private static Optional<Entry> entry(Path file) throws IOException {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new Entry(file, attributes.size(), attributes.lastModifiedTime()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private record Entry(Path file, long size, FileTime used) {}
}
