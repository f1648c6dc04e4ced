package io.tablecall.origination.suppression;

import io.tablecall.origination.number.PhoneNumber;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Numbers that a tenant must not call any more, because whoever has them said so. */
@Component
public class Suppressions {

    private final DatabaseClient db;

    Suppressions(DatabaseClient db) {
        this.db = db;
    }

    /** Joins the running transaction; holds from its commit on. */
    public Mono<Void> suppress(String tenant, PhoneNumber number, Instant now) {
        return db.sql("""
                        INSERT INTO suppression (tenant_id, guest_phone, suppressed_at)
                        VALUES (:tenant, :phone, :now) ON CONFLICT DO NOTHING""")
                .bind("tenant", tenant)
                .bind("phone", number.e164())
                .bind("now", now)
                .then();
    }
}
