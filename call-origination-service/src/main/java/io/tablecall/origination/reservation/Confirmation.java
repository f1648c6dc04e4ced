package io.tablecall.origination.reservation;

import io.tablecall.origination.number.PhoneNumber;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Our duty to get an answer for one version of a reservation.
 *
 * @param calleeZones every zone the guest's number may ring in; empty when nobody knows
 * @param ringsBefore attempts that earlier versions spent before this one replaced them unanswered
 */
public record Confirmation(
        String tenant,
        String reservation,
        int version,
        PhoneNumber guest,
        List<ZoneId> calleeZones,
        @Nullable String guestName,
        @Nullable Integer partySize,
        Instant reservationTime,
        Restaurant restaurant,
        String language,
        String provider,
        String flow,
        int ringsBefore,
        @Nullable String outcome) {

    /** The restaurant as upstream describes it. */
    public record Restaurant(
            String id,
            String name,
            @Nullable ZoneId zone,
            @Nullable PhoneNumber phone,
            @Nullable String email) {}

    public Confirmation {
        calleeZones = List.copyOf(calleeZones);
    }

    public boolean isOpen() {
        return outcome == null;
    }

    /** Where the restaurant's clock is read; the guest's zone when upstream does not say. */
    public ZoneId spokenZone() {
        var zone = restaurant.zone();
        return zone != null ? zone : calleeZones.isEmpty() ? ZoneId.of("UTC") : calleeZones.getFirst();
    }

    public Confirmation after(int rings) {
        return new Confirmation(
                tenant,
                reservation,
                version,
                guest,
                calleeZones,
                guestName,
                partySize,
                reservationTime,
                restaurant,
                language,
                provider,
                flow,
                rings,
                outcome);
    }

    /** Names and numbers stay out of logs. */
    @Override
    public String toString() {
        return "Confirmation[%s/%s v%d]".formatted(tenant, reservation, version);
    }
}
