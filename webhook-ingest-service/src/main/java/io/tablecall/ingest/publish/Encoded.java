package io.tablecall.ingest.publish;

/** A record as it goes over the wire; only handed on, never compared. */
final class Encoded {

    private final String topic;
    private final String key;
    private final byte[] value;

    Encoded(String topic, String key, byte[] value) {
        this.topic = topic;
        this.key = key;
        this.value = value;
    }

    String topic() {
        return topic;
    }

    String key() {
        return key;
    }

    byte[] value() {
        return value;
    }
}
