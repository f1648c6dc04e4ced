package io.tablecall.origination.makecall;

import io.tablecall.schemas.reservation.ConfirmReservation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which version a request stands for. HTTP callers count none: a repeat keeps it, a change tops every one known. */
@Component
class MadeCalls {

    private final DatabaseClient db;

    MadeCalls(DatabaseClient db) {
        this.db = db;
    }

    Mono<Integer> versionOf(String tenant, String reservation, ConfirmReservation detail) {
        return db.sql("""
                        INSERT INTO made_call AS known (tenant_id, reservation_id, version, fingerprint)
                        VALUES (:tenant, :reservation,
                            1 + greatest(0,
                                (SELECT c.version FROM confirmation c
                                    WHERE c.tenant_id = :tenant AND c.reservation_id = :reservation),
                                (SELECT w.version FROM withdrawal w
                                    WHERE w.tenant_id = :tenant AND w.reservation_id = :reservation)),
                            :fingerprint)
                        ON CONFLICT (tenant_id, reservation_id) DO UPDATE
                        SET fingerprint = excluded.fingerprint,
                            version = CASE WHEN known.fingerprint = excluded.fingerprint THEN known.version
                                ELSE greatest(known.version + 1, excluded.version) END
                        RETURNING version""")
                .bind("tenant", tenant)
                .bind("reservation", reservation)
                .bind("fingerprint", fingerprint(detail))
                .mapValue(Integer.class)
                .one();
    }

    private static byte[] fingerprint(ConfirmReservation detail) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(detail.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
