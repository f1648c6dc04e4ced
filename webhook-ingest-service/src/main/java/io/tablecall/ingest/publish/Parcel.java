package io.tablecall.ingest.publish;

import io.tablecall.schemas.Topics;
import io.tablecall.schemas.call.CallEvent;
import io.tablecall.schemas.provider.ProviderEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Records that become durable together, and whoever waits for that. The courier alone changes it; acks may come in from anywhere. */
final class Parcel {

    private final @Nullable ProviderEvent raw;
    private final List<CallEvent> facts;
    private final boolean kept;
    private final CompletableFuture<Void> durable = new CompletableFuture<>();
    private final AtomicInteger unacknowledged = new AtomicInteger();
    private @Nullable List<Encoded> encoded;
    private long sentNanos;
    private boolean refusedByInbox;

    Parcel(@Nullable ProviderEvent raw, List<CallEvent> facts, boolean kept) {
        this.raw = raw;
        this.facts = facts;
        this.kept = kept;
    }

    boolean empty() {
        return raw == null && facts.isEmpty();
    }

    /** Whether it must not be given up while the process lives. */
    boolean kept() {
        return kept;
    }

    CompletableFuture<Void> durable() {
        return durable;
    }

    boolean done() {
        return durable.isDone();
    }

    /** The raw event first, as what it means follows from it. */
    List<Encoded> encoded(Serializer<SpecificRecord> serializer) {
        var known = encoded;
        if (known == null) {
            known = encode(serializer);
            encoded = known;
        }
        return known;
    }

    private List<Encoded> encode(Serializer<SpecificRecord> serializer) {
        var records = new ArrayList<Encoded>(facts.size() + 1);
        if (raw != null) {
            records.add(encode(serializer, Topics.PROVIDER_EVENTS, keyOf(raw), raw));
        }
        for (var fact : facts) {
            records.add(encode(serializer, Topics.CALL_EVENTS, fact.getCallId(), fact));
        }
        return records;
    }

    static Encoded encode(Serializer<SpecificRecord> serializer, String topic, String key, SpecificRecord value) {
        return new Encoded(topic, key, Objects.requireNonNull(serializer.serialize(topic, value)));
    }

    static String keyOf(ProviderEvent raw) {
        if (raw.getCallId() != null) {
            return raw.getCallId();
        }
        return raw.getProviderCallId() != null ? raw.getProviderCallId() : raw.getEventId();
    }

    /** On its way to the broker; {@link #acknowledged} completes it after as many calls. */
    void sent(int records, long nanos) {
        unacknowledged.set(records);
        sentNanos = nanos;
    }

    long sentNanos() {
        return sentNanos;
    }

    /** Whether the inbox has had its chance: when the broker fails it too, nothing is left to try. */
    boolean refusedByInbox() {
        return refusedByInbox;
    }

    void refusedByInbox(boolean refused) {
        refusedByInbox = refused;
    }

    void acknowledged() {
        if (unacknowledged.decrementAndGet() == 0) {
            durable.complete(null);
        }
    }

    void written() {
        durable.complete(null);
    }

    void refused(NotDurable why) {
        durable.completeExceptionally(why);
    }
}
