package io.tablecall.ingest.publish;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/**
 * What of the provider's a fact follows from. Ids derive from the provider's own, so that a redelivery names the same
 * facts.
 *
 * @param id the provider's id of the event
 * @param occurredAt when it happened, by the provider's clock
 */
public record Source(String provider, String id, Instant occurredAt) {

    /** The id of the {@code index}-th fact of this kind. */
    public String eventId(String kind, int index) {
        var name = provider + '/' + id + '/' + kind + '/' + index;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Stands in for the provider's id when an event carries none. */
    public static String idOf(byte[] body) {
        return HexFormat.of().formatHex(Digest.sha256(body));
    }
}
