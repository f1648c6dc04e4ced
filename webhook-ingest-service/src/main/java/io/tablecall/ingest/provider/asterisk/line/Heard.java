package io.tablecall.ingest.provider.asterisk.line;

import io.tablecall.ingest.provider.asterisk.event.AriEvent;
import io.tablecall.ingest.publish.Source;
import io.tablecall.schemas.provider.ProviderEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** One frame: what it means, as it came, and when. */
record Heard(AriEvent event, String frame, Instant receivedAt) {

    /** As it goes to those who keep what providers say. */
    ProviderEvent raw(String channelId) {
        var body = frame.getBytes(StandardCharsets.UTF_8);
        var source = new Source("asterisk", Source.idOf(body), event.at());
        return ProviderEvent.newBuilder()
                .setEventId(source.eventId(event.kind(), 0))
                .setProvider("asterisk")
                .setKind(event.kind())
                .setCallId(channelId)
                .setProviderCallId(channelId)
                .setReceivedAt(receivedAt.truncatedTo(ChronoUnit.MICROS))
                .setHeaders(Map.of())
                .setBody(ByteBuffer.wrap(body))
                .build();
    }
}
