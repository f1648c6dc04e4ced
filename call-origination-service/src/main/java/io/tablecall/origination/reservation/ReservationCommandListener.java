package io.tablecall.origination.reservation;

import io.tablecall.schemas.Topics;
import io.tablecall.schemas.reservation.ConfirmReservation;
import io.tablecall.schemas.reservation.ReservationCommand;
import io.tablecall.schemas.reservation.WithdrawReservation;
import java.time.Duration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Waits on purpose: two commands of one reservation must not run side by side. */
@Component
class ReservationCommandListener {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CommandReading reading;
    private final Confirming confirming;

    ReservationCommandListener(CommandReading reading, Confirming confirming) {
        this.reading = reading;
        this.confirming = confirming;
    }

    @KafkaListener(id = "reservation-command", groupId = "call-origination", topics = Topics.RESERVATION_COMMANDS)
    void on(ReservationCommand command) {
        obey(command).block(PATIENCE);
    }

    private Mono<Void> obey(ReservationCommand command) {
        return switch (command.getDetail()) {
            case ConfirmReservation detail -> confirming.confirm(reading.read(command, detail));
            case WithdrawReservation detail -> {
                reading.identify(command);
                yield confirming.withdraw(command.getTenantId(), command.getReservationId(), detail.getVersion());
            }
            case Object stranger ->
                throw new UnacceptableCommand(
                        "detail", "is an unknown " + stranger.getClass().getSimpleName());
        };
    }
}
