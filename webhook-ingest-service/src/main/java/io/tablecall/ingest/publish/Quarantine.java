package io.tablecall.ingest.publish;

import io.tablecall.kafka.AvroSerializer;
import io.tablecall.schemas.Topics;
import io.tablecall.schemas.provider.ProviderEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Puts aside what nothing can be made of, with the cause, for an operator to look at. */
@Component
public class Quarantine {

    private final Broker broker;
    private final AvroSerializer serializer;

    Quarantine(Broker broker, AvroSerializer serializer) {
        this.broker = broker;
        this.serializer = serializer;
    }

    /** Completes once the broker holds it among the dead letters. */
    public Mono<Void> put(ProviderEvent raw, String cause) {
        return Mono.fromSupplier(() -> Parcel.encode(serializer, Topics.PROVIDER_EVENTS, Parcel.keyOf(raw), raw))
                .map(encoded -> broker.deadLetter(encoded, cause))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(Mono::fromFuture);
    }
}
