package io.tablecall.origination.dial;

import io.tablecall.origination.call.CallId;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Stops phones that ring for a booking which is no longer so. A guest who already listens is not cut off. */
@Component
public class StaleCalls {

    private static final Logger log = LoggerFactory.getLogger(StaleCalls.class);

    private final DatabaseClient db;
    private final Originators originators;

    StaleCalls(DatabaseClient db, Originators originators) {
        this.db = db;
        this.originators = originators;
    }

    public Mono<Void> hangUp(String tenant, String reservation, int upToVersion) {
        return ringing(tenant, reservation, upToVersion)
                .flatMap(call -> Mono.justOrEmpty(originators.named(call.provider()))
                        .flatMap(originator -> originator.hangUp(call.id()))
                        .doOnSubscribe(_ -> log.atInfo()
                                .addKeyValue("callId", call.id())
                                .log("call is for a stale version, hanging up")))
                .then();
    }

    private Flux<Ringing> ringing(String tenant, String reservation, int upToVersion) {
        return db.sql("""
                        SELECT call_id, provider FROM attempt
                        WHERE tenant_id = :tenant AND reservation_id = :reservation AND version <= :version
                        AND state IN ('DIALLING', 'PLACED', 'UNCLEAR') AND NOT picked_up""")
                .bind("tenant", tenant)
                .bind("reservation", reservation)
                .bind("version", upToVersion)
                .map(row -> new Ringing(
                        new CallId(Objects.requireNonNull(row.get("call_id", UUID.class))),
                        Objects.requireNonNull(row.get("provider", String.class))))
                .all();
    }

    private record Ringing(CallId id, String provider) {}
}
