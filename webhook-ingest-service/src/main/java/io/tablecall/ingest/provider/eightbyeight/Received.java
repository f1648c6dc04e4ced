package io.tablecall.ingest.provider.eightbyeight;

import io.tablecall.ingest.parking.ParkedWebhook;
import io.tablecall.ingest.provider.eightbyeight.Webhook.Kind;
import io.tablecall.ingest.publish.Source;
import io.tablecall.schemas.provider.ProviderEvent;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A webhook that was let in and could be read. */
final class Received {

    static final String PROVIDER = "8x8";

    private final Kind kind;
    private final Webhook webhook;
    private final byte[] body;
    private final Map<String, String> headers;
    private final Instant at;
    private final Source source;

    Received(Kind kind, byte[] body, Map<String, String> headers, Instant at) {
        this.kind = kind;
        this.webhook = WebhookReader.read(kind, body);
        this.body = body;
        this.headers = headers;
        this.at = at.truncatedTo(ChronoUnit.MICROS);
        this.source = new Source(PROVIDER, id(), Objects.requireNonNullElse(webhook.timestamp(), this.at));
    }

    static Received of(ParkedWebhook parked) {
        return new Received(Kind.valueOf(parked.kind()), parked.body(), Map.of(), parked.receivedAt());
    }

    /** A session has one summary, so its id will do; else the event's own, else one made of the body. */
    private String id() {
        if (kind == Kind.VSS) {
            return webhook.sessionId() + "/SESSION_SUMMARY";
        }
        var eventId = webhook.eventId();
        return eventId == null || eventId.isEmpty() ? Source.idOf(body) : eventId;
    }

    Kind kind() {
        return kind;
    }

    Webhook webhook() {
        return webhook;
    }

    Source source() {
        return source;
    }

    Instant at() {
        return at;
    }

    ProviderEvent raw(@Nullable String callId) {
        return new ProviderEvent(
                source.eventId(kind.name(), 0),
                PROVIDER,
                kind.name(),
                callId,
                webhook.sessionId(),
                at,
                headers,
                ByteBuffer.wrap(body));
    }

    ParkedWebhook parked() {
        return new ParkedWebhook(source.eventId(kind.name(), 0), PROVIDER, webhook.sessionId(), kind.name(), at, body);
    }
}
