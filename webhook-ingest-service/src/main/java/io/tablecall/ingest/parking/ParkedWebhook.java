package io.tablecall.ingest.parking;

import io.tablecall.schemas.provider.ProviderEvent;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** A webhook about a call we do not know; its body is handed on and never compared. */
public final class ParkedWebhook {

    private final String eventId;
    private final String provider;
    private final String providerCallId;
    private final String kind;
    private final Instant receivedAt;
    private final byte[] body;

    public ParkedWebhook(
            String eventId, String provider, String providerCallId, String kind, Instant receivedAt, byte[] body) {
        this.eventId = eventId;
        this.provider = provider;
        this.providerCallId = providerCallId;
        this.kind = kind;
        this.receivedAt = receivedAt;
        this.body = body;
    }

    public String eventId() {
        return eventId;
    }

    public String provider() {
        return provider;
    }

    public String providerCallId() {
        return providerCallId;
    }

    public String kind() {
        return kind;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public byte[] body() {
        return body;
    }

    ProviderEvent raw() {
        return ProviderEvent.newBuilder()
                .setEventId(eventId)
                .setProvider(provider)
                .setKind(kind)
                .setProviderCallId(providerCallId)
                .setReceivedAt(receivedAt.truncatedTo(ChronoUnit.MICROS))
                .setHeaders(Map.of())
                .setBody(ByteBuffer.wrap(body))
                .build();
    }
}
