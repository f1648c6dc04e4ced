package io.tablecall.origination.reservation;

import static io.r2dbc.spi.R2dbcType.INTEGER;
import static io.r2dbc.spi.R2dbcType.VARCHAR;
import static java.util.stream.Collectors.joining;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import io.tablecall.origination.number.PhoneNumber;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The confirmations, one row for each reservation, holding its newest version. */
@Component
public class Confirmations {

    private final DatabaseClient db;

    Confirmations(DatabaseClient db) {
        this.db = db;
    }

    /** The reservation's row, held against everybody else until the transaction ends. */
    public Mono<Confirmation> lock(String tenant, String reservation) {
        return db.sql("""
                        SELECT * FROM confirmation
                        WHERE tenant_id = :tenant AND reservation_id = :reservation FOR UPDATE""")
                .bind("tenant", tenant)
                .bind("reservation", reservation)
                .map(Confirmations::from)
                .one();
    }

    Mono<Void> save(Confirmation wanted) {
        var restaurant = wanted.restaurant();
        return db.sql("""
                        INSERT INTO confirmation (tenant_id, reservation_id, version, guest_phone, callee_zones,
                            guest_name, party_size, reservation_time, restaurant_id, restaurant_name, restaurant_zone,
                            restaurant_phone, restaurant_email, language, provider, flow_id, rings_before)
                        VALUES (:tenant, :reservation, :version, :phone, :zones, :guest, :size, :time, :restaurant,
                            :name, :zone, :callback, :email, :language, :provider, :flow, :rings)
                        ON CONFLICT (tenant_id, reservation_id) DO UPDATE
                        SET (version, guest_phone, callee_zones, guest_name, party_size, reservation_time,
                            restaurant_id, restaurant_name, restaurant_zone, restaurant_phone, restaurant_email,
                            language, provider, flow_id, rings_before, outcome, concluded_at)
                            = (excluded.version, excluded.guest_phone, excluded.callee_zones, excluded.guest_name,
                            excluded.party_size, excluded.reservation_time, excluded.restaurant_id,
                            excluded.restaurant_name, excluded.restaurant_zone, excluded.restaurant_phone,
                            excluded.restaurant_email, excluded.language, excluded.provider, excluded.flow_id,
                            excluded.rings_before, NULL, NULL)
                        WHERE confirmation.version < excluded.version""")
                .bind("tenant", wanted.tenant())
                .bind("reservation", wanted.reservation())
                .bind("version", wanted.version())
                .bind("phone", wanted.guest().e164())
                .bind("zones", wanted.calleeZones().stream().map(ZoneId::getId).collect(joining(",")))
                .bind("guest", Parameters.in(VARCHAR, wanted.guestName()))
                .bind("size", Parameters.in(INTEGER, wanted.partySize()))
                .bind("time", wanted.reservationTime())
                .bind("restaurant", restaurant.id())
                .bind("name", restaurant.name())
                .bind(
                        "zone",
                        Parameters.in(
                                VARCHAR,
                                restaurant.zone() == null
                                        ? null
                                        : restaurant.zone().getId()))
                .bind(
                        "callback",
                        Parameters.in(
                                VARCHAR,
                                restaurant.phone() == null
                                        ? null
                                        : restaurant.phone().e164()))
                .bind("email", Parameters.in(VARCHAR, restaurant.email()))
                .bind("language", wanted.language())
                .bind("provider", wanted.provider())
                .bind("flow", wanted.flow())
                .bind("rings", wanted.ringsBefore())
                .then();
    }

    /** Up to which version the reservation is withdrawn; 0 when it is not. */
    Mono<Integer> withdrawnUpTo(String tenant, String reservation) {
        return db.sql("SELECT version FROM withdrawal WHERE tenant_id = :tenant AND reservation_id = :reservation")
                .bind("tenant", tenant)
                .bind("reservation", reservation)
                .mapValue(Integer.class)
                .one()
                .defaultIfEmpty(0);
    }

    Mono<Void> withdrawUpTo(String tenant, String reservation, int version) {
        return db.sql("""
                        INSERT INTO withdrawal AS known (tenant_id, reservation_id, version)
                        VALUES (:tenant, :reservation, :version)
                        ON CONFLICT (tenant_id, reservation_id) DO UPDATE
                        SET version = greatest(known.version, excluded.version)""")
                .bind("tenant", tenant)
                .bind("reservation", reservation)
                .bind("version", version)
                .then();
    }

    /** Reads a row that selects all columns of the table under their own names. */
    public static Confirmation from(Readable row) {
        var zone = row.get("restaurant_zone", String.class);
        var callback = row.get("restaurant_phone", String.class);
        return new Confirmation(
                text(row, "tenant_id"),
                text(row, "reservation_id"),
                Objects.requireNonNull(row.get("version", Integer.class)),
                new PhoneNumber(text(row, "guest_phone")),
                Arrays.stream(text(row, "callee_zones").split(",", -1))
                        .filter(id -> !id.isEmpty())
                        .map(ZoneId::of)
                        .toList(),
                row.get("guest_name", String.class),
                row.get("party_size", Integer.class),
                Objects.requireNonNull(row.get("reservation_time", Instant.class)),
                new Confirmation.Restaurant(
                        text(row, "restaurant_id"),
                        text(row, "restaurant_name"),
                        zone == null ? null : ZoneId.of(zone),
                        callback == null ? null : new PhoneNumber(callback),
                        row.get("restaurant_email", String.class)),
                text(row, "language"),
                text(row, "provider"),
                text(row, "flow_id"),
                Objects.requireNonNull(row.get("rings_before", Integer.class)),
                row.get("outcome", String.class));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
