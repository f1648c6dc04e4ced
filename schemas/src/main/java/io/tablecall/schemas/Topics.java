package io.tablecall.schemas;

import io.tablecall.schemas.call.CallEvent;
import io.tablecall.schemas.notification.NotificationEvent;
import io.tablecall.schemas.provider.ProviderEvent;
import io.tablecall.schemas.reservation.ReservationCommand;
import io.tablecall.schemas.reservation.ReservationOutcome;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** Every topic there is. Nothing else creates one. */
public final class Topics {

    /** Names for annotations, which take constants only. */
    public static final String RESERVATION_COMMANDS = "reservation.commands.v1";

    public static final String PROVIDER_EVENTS = "provider.events.v1";
    public static final String CALL_EVENTS = "call.events.v1";
    public static final String RESERVATION_OUTCOMES = "reservation.outcomes.v1";
    public static final String NOTIFICATION_EVENTS = "notification.events.v1";

    private static final int PARTITIONS = 6;

    private static final List<Topic> SOURCES = List.of(
            topic(RESERVATION_COMMANDS, "reservationId", ReservationCommand.getClassSchema(), 7),
            topic(PROVIDER_EVENTS, "callId, else the provider's id", ProviderEvent.getClassSchema(), 30),
            topic(CALL_EVENTS, "callId", CallEvent.getClassSchema(), 90),
            topic(RESERVATION_OUTCOMES, "reservationId", ReservationOutcome.getClassSchema(), 90),
            topic(NOTIFICATION_EVENTS, "notificationId", NotificationEvent.getClassSchema(), 90));

    private Topics() {}

    /** The topics that carry records of their own. */
    public static List<Topic> sources() {
        return SOURCES;
    }

    /** The topics that carry records of their own, then the dead letters of each. */
    public static List<Topic> all() {
        return Stream.concat(SOURCES.stream(), SOURCES.stream().map(Topic::deadLetters))
                .toList();
    }

    private static Topic topic(String name, String key, Schema value, int days) {
        return new Topic(name, key, value, PARTITIONS, Duration.ofDays(days));
    }
}
