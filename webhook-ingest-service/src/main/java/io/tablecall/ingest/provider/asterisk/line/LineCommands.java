package io.tablecall.ingest.provider.asterisk.line;

import reactor.core.publisher.Mono;

/** What can be done to a channel. */
public interface LineCommands {

    Mono<Boolean> exists(String channelId);

    Mono<Void> answer(String channelId);

    Mono<Void> play(String channelId, String playbackId, String media);

    /** Done already when the playback is over. */
    Mono<Void> stop(String playbackId);

    /** Done already when the channel is gone. */
    Mono<Void> hangUp(String channelId);
}
