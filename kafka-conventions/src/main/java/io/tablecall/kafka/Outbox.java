package io.tablecall.kafka;

import org.apache.avro.specific.SpecificRecord;
import reactor.core.publisher.Mono;

/**
 * Records that are published if, and only if, the transaction commits. Kafka may be away while one is appended. Each is
 * sent at least once; records of one key are sent in the order they were appended, provided that transactions about one
 * key do not overlap.
 */
public interface Outbox {

    /** Joins the running transaction; without one, the record is published as soon as the row is written. */
    Mono<Void> append(String topic, String key, SpecificRecord value);
}
