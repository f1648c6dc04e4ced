package io.tablecall.schemas;

import java.time.Duration;
import java.util.Map;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a topic promises to whoever reads it.
 *
 * @param key what the record key holds; records of one key keep their order
 * @param value the schema of its records, registered as subject {@code <name>-value} for every topic but dead letters
 * @param retention how long records stay; null for a compacted topic, where the last record of a key stays for good
 */
public record Topic(
        String name,
        String key,
        Schema value,
        int partitions,
        @Nullable Duration retention) {

    private static final Duration DEAD_LETTERS_STAY = Duration.ofDays(30);

    public boolean compacted() {
        return retention == null;
    }

    /** The registry's name for the value schema. */
    public String subject() {
        return name + "-value";
    }

    /** Where a record goes that cannot be read or applied: same key, same bytes, the cause in headers. */
    public Topic deadLetters() {
        return new Topic(name + "-dlt", key, value, partitions, DEAD_LETTERS_STAY);
    }

    /** The broker's settings for this topic. */
    public Map<String, String> settings() {
        return retention == null
                ? Map.of("cleanup.policy", "compact")
                : Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(retention.toMillis()));
    }
}
