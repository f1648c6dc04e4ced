package io.tablecall.ingest.parking;

import io.tablecall.ingest.publish.NotDurable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps what was said about calls we do not know, until their call is known or patience runs out. */
@Component
public class Parking {

    private final Gathering<ParkedWebhook> arrivals;

    Parking(ParkedTable table) {
        this.arrivals = new Gathering<>(table::insert);
    }

    /** Completes once it is in the table; a repetition is one with the first. */
    public Mono<Void> park(ParkedWebhook webhook) {
        return arrivals.add(webhook)
                .onErrorMap(failure -> new NotDurable("what is unknown could not be parked", failure));
    }
}
