package io.tablecall.ingest.provider.asterisk.line;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The calls that were asked for, by the id that is also their channel's. */
public interface Calls {

    Mono<LiveCall> find(String callId);

    /** Those on Asterisk whose end nobody has heard of. */
    Flux<LiveCall> open();
}
