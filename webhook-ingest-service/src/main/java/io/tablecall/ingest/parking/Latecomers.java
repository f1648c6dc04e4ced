package io.tablecall.ingest.parking;

import io.tablecall.ingest.session.CallSession;
import reactor.core.publisher.Mono;

/** A provider's way to make facts of what it said before its call was known. */
public interface Latecomers {

    String provider();

    /** Completes once the facts are durable. */
    Mono<Void> adopt(CallSession session, ParkedWebhook parked);
}
