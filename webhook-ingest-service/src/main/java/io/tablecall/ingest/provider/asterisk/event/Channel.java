package io.tablecall.ingest.provider.asterisk.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One leg on the PBX as an event or {@code GET /channels} shows it. Asterisk lets an id be used again once its channel
 * is gone, so only id and creation time together name one call.
 *
 * @param stasisApp the Stasis application the channel is in; null while it is anywhere else
 */
public record Channel(
        String id, Instant created, String state, @Nullable String stasisApp) {

    boolean isRinging() {
        return "Ringing".equals(state);
    }

    /** Answered: the state stays {@code Up} until and including {@code ChannelDestroyed}. */
    public boolean isUp() {
        return "Up".equals(state);
    }
}
