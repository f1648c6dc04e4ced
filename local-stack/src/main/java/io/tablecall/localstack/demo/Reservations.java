package io.tablecall.localstack.demo;

import io.tablecall.schemas.Topics;
import io.tablecall.schemas.reservation.ConfirmReservation;
import io.tablecall.schemas.reservation.ReservationCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Asks for the guests' answers the way an upstream booking system does: by commands on the topic. */
final class Reservations {
    private final String bootstrapServers;
    private final AvroWire wire;

    Reservations(String bootstrapServers, AvroWire wire) {
        this.bootstrapServers = bootstrapServers;
        this.wire = wire;
    }

    void publish(List<SampleGuest> guests, Instant now) {
        var settings = Map.<String, Object>of("bootstrap.servers", bootstrapServers, "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (var guest : guests) {
                var value = wire.encode(Topics.RESERVATION_COMMANDS, command(guest, now));
                var _ = producer.send(new ProducerRecord<>(Topics.RESERVATION_COMMANDS, guest.reservationId(), value));
            }
            producer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReservationCommand command(SampleGuest guest, Instant now) {
        return ReservationCommand.newBuilder()
                .setCommandId(UUID.randomUUID().toString())
                .setReservationId(guest.reservationId())
                .setIssuedAt(now.truncatedTo(ChronoUnit.MICROS))
                .setDetail(ConfirmReservation.newBuilder()
                        .setVersion(1)
                        .setGuestPhone(guest.phone())
                        .setGuestName("Alex")
                        .setPartySize(4)
                        .setReservationTime(now.plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS))
                        .setRestaurantId("harbour-kitchen")
                        .setRestaurantName("Harbour Kitchen")
                        .setRestaurantZone("Asia/Singapore")
                        .setRestaurantPhone("+6561115777")
                        .setRestaurantEmail("bookings@example.com")
                        .setLanguage(guest.language())
                        .setProvider(guest.provider())
                        .build())
                .build();
    }
}
