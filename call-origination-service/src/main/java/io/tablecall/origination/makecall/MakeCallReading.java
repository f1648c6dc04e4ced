package io.tablecall.origination.makecall;

import io.tablecall.origination.OriginationProperties;
import io.tablecall.origination.number.NumberPlan;
import io.tablecall.origination.number.PhoneNumber;
import io.tablecall.origination.reservation.CommandReading;
import io.tablecall.origination.reservation.UnacceptableCommand;
import io.tablecall.schemas.reservation.ConfirmReservation;
import io.tablecall.schemas.reservation.ReservationCommand;
import io.tablecall.web.BadInput;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.codec.DecodingException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Turns a request into the command an upstream system would have published, or names what is wrong with it. */
@Component
class MakeCallReading {

    static final String TENANT = "default";

    private static final Map<String, String> OUR_FIELD_IS_THEIRS =
            Map.of("guestPhone", "customerPhone", "reservationId", "orderId");
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final NumberPlan numbers;
    private final CommandReading rules;
    private final OriginationProperties settings;
    private final InstantSource clock;

    MakeCallReading(NumberPlan numbers, CommandReading rules, OriginationProperties settings, InstantSource clock) {
        this.numbers = numbers;
        this.rules = rules;
        this.settings = settings;
        this.clock = clock;
    }

    MakeCall parse(byte[] body) {
        try {
            MakeCall request = STRICT.readValue(body, MakeCall.class);
            if (request == null) {
                throw new BadInput("", "a body is required");
            }
            return request;
        } catch (JacksonException unreadable) {
            throw new DecodingException("unreadable body", unreadable);
        }
    }

    /** The command in its first version, without an id. Looks numbers up on disk: not for an event loop. */
    ReservationCommand read(MakeCall request) {
        var phone = numbers.read(needed("customerPhone", request.customerPhone()), settings.callerNumber())
                .orElseThrow(() -> new BadInput("/customerPhone", "is not a number that can be called"));
        var name = needed("restaurantName", request.restaurantName());
        var time = WrittenClock.read(needed("reservationTime", request.reservationTime()), zones(request, phone));
        var detail = ConfirmReservation.newBuilder()
                .setVersion(1)
                .setGuestPhone(phone.e164())
                .setGuestName(request.guestName())
                .setPartySize(request.partySize())
                .setReservationTime(time)
                .setRestaurantId(request.restaurantId() == null ? name : request.restaurantId())
                .setRestaurantName(name)
                .setRestaurantZone(request.restaurantZone())
                .setRestaurantPhone(request.restaurantPhone())
                .setRestaurantEmail(request.restaurantEmail())
                .setLanguage(request.language())
                .setProvider(request.provider())
                .setFlowId(request.flowId())
                .build();
        var command = ReservationCommand.newBuilder()
                .setCommandId("")
                .setTenantId(TENANT)
                .setReservationId(needed("orderId", request.orderId()))
                .setIssuedAt(clock.instant().truncatedTo(ChronoUnit.MICROS))
                .setDetail(detail)
                .build();
        judge(command, detail);
        return command;
    }

    private void judge(ReservationCommand command, ConfirmReservation detail) {
        try {
            rules.read(command, detail);
        } catch (UnacceptableCommand refused) {
            throw new BadInput(
                    "/" + OUR_FIELD_IS_THEIRS.getOrDefault(refused.field(), refused.field()), refused.reason());
        }
    }

    private Collection<ZoneId> zones(MakeCall request, PhoneNumber phone) {
        var named = request.restaurantZone();
        try {
            return named == null ? numbers.zonesOf(phone) : List.of(ZoneId.of(named));
        } catch (DateTimeException unknown) {
            throw new BadInput("/restaurantZone", "is no IANA time zone");
        }
    }

    private static String needed(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new BadInput("/" + field, "is required");
        }
        return value;
    }
}
