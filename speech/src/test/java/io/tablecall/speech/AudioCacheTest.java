package io.tablecall.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AudioCacheTest {

    private static final byte[] KILOBYTE = new byte[1_000];

    @TempDir
    Path directory;

    private final AtomicLong seconds = new AtomicLong(1_000_000);

    @Test
    void what_was_used_longest_ago_goes_first() throws Exception {
        var cache = cache(3_500);
        cache.store("a", KILOBYTE);
        cache.store("b", KILOBYTE);
        cache.store("c", KILOBYTE);

        assertThat(cache.find("a")).isPresent();
        cache.store("d", KILOBYTE);

        assertThat(cache.find("b")).isEmpty();
        assertThat(cache.find("a")).isPresent();
        assertThat(cache.find("c")).isPresent();
        assertThat(cache.find("d")).isPresent();
    }

    @Test
    void the_bound_holds_over_many_files_and_restarts() throws Exception {
        for (int run = 0; run < 5; run++) {
            var cache = cache(10_000);
            for (int i = 0; i < 20; i++) {
                cache.store("run" + run + "-" + i, KILOBYTE);
                assertThat(bytes()).isLessThanOrEqualTo(10_000);
            }
        }
    }

    @Test
    void what_was_just_stored_stays_even_if_it_is_too_large() throws Exception {
        var cache = cache(500);

        assertThat(cache.store("a", KILOBYTE)).exists();
        assertThat(cache.store("b", KILOBYTE)).exists();

        assertThat(cache.find("a")).isEmpty();
    }

    private AudioCache cache(long maxBytes) throws Exception {
        return new AudioCache(directory, maxBytes, () -> Instant.ofEpochSecond(seconds.getAndIncrement()));
    }

    private long bytes() {
        var files = directory.toFile().listFiles();
        assertThat(files).isNotNull();
        long sum = 0;
        for (var file : files) {
            sum += file.length();
        }
        return sum;
    }
}
