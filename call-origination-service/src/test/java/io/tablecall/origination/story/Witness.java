package io.tablecall.origination.story;

import io.tablecall.schemas.Topics;
import io.tablecall.schemas.call.CallEvent;
import io.tablecall.schemas.reservation.ReservationOutcome;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.kafka.annotation.KafkaListener;

/** Reads what the service publishes. */
class Witness {

    private final List<ReservationOutcome> outcomes = new CopyOnWriteArrayList<>();
    private final List<CallEvent> facts = new CopyOnWriteArrayList<>();

    @KafkaListener(groupId = "witness", topics = Topics.RESERVATION_OUTCOMES)
    void on(ReservationOutcome outcome) {
        outcomes.add(outcome);
    }

    @KafkaListener(groupId = "witness", topics = Topics.CALL_EVENTS)
    void on(CallEvent fact) {
        facts.add(fact);
    }

    List<ReservationOutcome> outcomesOf(String reservation) {
        return outcomes.stream()
                .filter(outcome -> outcome.getReservationId().equals(reservation))
                .toList();
    }

    List<CallEvent> factsOf(String reservation) {
        return facts.stream()
                .filter(fact -> fact.getReservationId().equals(reservation))
                .toList();
    }
}
