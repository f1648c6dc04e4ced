package io.tablecall.origination.makecall;

import io.tablecall.schemas.Topics;
import io.tablecall.schemas.reservation.ReservationCommand;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Puts a command on the topic that upstream systems use as well. Completes when the brokers have it. */
@Component
class CommandPublisher {

    private final KafkaTemplate<String, SpecificRecord> kafka;

    CommandPublisher(KafkaTemplate<String, SpecificRecord> kafka) {
        this.kafka = kafka;
    }

    Mono<Void> publish(ReservationCommand command) {
        return Mono.fromFuture(() -> kafka.send(Topics.RESERVATION_COMMANDS, command.getReservationId(), command))
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorMap(BrokerAway::new)
                .then();
    }
}
