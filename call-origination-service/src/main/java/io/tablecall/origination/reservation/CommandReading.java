package io.tablecall.origination.reservation;

import io.tablecall.callflow.Flows;
import io.tablecall.origination.OriginationProperties;
import io.tablecall.origination.number.NumberPlan;
import io.tablecall.origination.number.PhoneNumber;
import io.tablecall.schemas.reservation.ConfirmReservation;
import io.tablecall.schemas.reservation.ReservationCommand;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one place where a command's Avro words become ours, or are refused whole. */
@Component
public class CommandReading {

    static final String DEFAULT_FLOW = "reservation-confirmation";
    static final String DEFAULT_LANGUAGE = "en-US";
    private static final int LONGEST = 200;

    private final NumberPlan numbers;
    private final Flows flows;
    private final OriginationProperties rules;

    CommandReading(NumberPlan numbers, Flows flows, OriginationProperties rules) {
        this.numbers = numbers;
        this.flows = flows;
        this.rules = rules;
    }

    /** Throws {@link UnacceptableCommand} at the first field that is wrong. */
    public Confirmation read(ReservationCommand command, ConfirmReservation detail) {
        identify(command);
        var guest = assignable("guestPhone", detail.getGuestPhone());
        require(detail.getVersion() >= 1, "version", "must be 1 or more");
        var size = detail.getPartySize();
        require(size == null || size >= 1, "partySize", "must be 1 or more");
        require(
                detail.getReservationTime().isAfter(command.getIssuedAt()),
                "reservationTime",
                "was already past when the command was issued");
        var provider = detail.getProvider() == null ? rules.defaultProvider() : detail.getProvider();
        require(rules.providers().contains(provider), "provider", "is not one we dial through");
        var flow = detail.getFlowId() == null ? DEFAULT_FLOW : detail.getFlowId();
        require(flows.latest(flow).isPresent(), "flowId", "names no flow");
        var name = text("restaurantName", detail.getRestaurantName());
        var guestName = detail.getGuestName();
        require(
                guestName == null || guestName.length() <= LONGEST,
                "guestName",
                "must have at most " + LONGEST + " characters");
        var restaurant = new Confirmation.Restaurant(
                text("restaurantId", detail.getRestaurantId()),
                name,
                zone(detail.getRestaurantZone()),
                detail.getRestaurantPhone() == null ? null : assignable("restaurantPhone", detail.getRestaurantPhone()),
                email(detail.getRestaurantEmail()));
        return new Confirmation(
                command.getTenantId(),
                command.getReservationId(),
                detail.getVersion(),
                guest,
                numbers.zonesOf(guest),
                guestName,
                size,
                detail.getReservationTime(),
                restaurant,
                language(detail.getLanguage()),
                provider,
                flow,
                0,
                null);
    }

    /** Throws {@link UnacceptableCommand} when the command does not say properly what it is about. */
    void identify(ReservationCommand command) {
        id("reservationId", command.getReservationId());
        id("tenantId", command.getTenantId());
        require(command.getTenantId().indexOf('/') < 0, "tenantId", "must not contain a slash");
    }

    private static void id(String field, String value) {
        text(field, value);
        require(value.chars().noneMatch(Character::isISOControl), field, "must not contain control characters");
    }

    private PhoneNumber assignable(String field, String text) {
        require(PhoneNumber.isE164(text), field, "is not an E.164 number");
        var number = new PhoneNumber(text);
        require(numbers.isAssignable(number), field, "is a number that nobody can have");
        return number;
    }

    private static @Nullable ZoneId zone(@Nullable String id) {
        try {
            return id == null ? null : ZoneId.of(id);
        } catch (DateTimeException unknown) {
            throw new UnacceptableCommand("restaurantZone", "is no IANA time zone");
        }
    }

    private static @Nullable String email(@Nullable String address) {
        require(
                address == null || address.matches("[^@\\s]{1,64}@[^@\\s]{1,189}"),
                "restaurantEmail",
                "is no e-mail address");
        return address;
    }

    private static String language(@Nullable String tag) {
        try {
            return tag == null
                    ? DEFAULT_LANGUAGE
                    : new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
        } catch (IllformedLocaleException malformed) {
            throw new UnacceptableCommand("language", "is no BCP 47 tag");
        }
    }

    private static String text(String field, String value) {
        require(!value.isBlank() && value.length() <= LONGEST, field, "must have 1 to " + LONGEST + " characters");
        return value;
    }

    private static void require(boolean met, String field, String reason) {
        if (!met) {
            throw new UnacceptableCommand(field, reason);
        }
    }
}
