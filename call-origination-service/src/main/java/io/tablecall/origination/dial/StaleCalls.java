package io.tablecall.origination.dial;

import io.tablecall.origination.call.CallId;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Stops phones that ring for a booking which is no longer so. A guest who already listens is not cut off. What cannot be
 * stopped now is tried again with every sweep, until the call is over.
 */
@Component
public class StaleCalls {

    private static final Logger log = LoggerFactory.getLogger(StaleCalls.class);
    private static final int AT_ONCE = 4;
    private static final String RINGING_IN_VAIN = """
            SELECT a.call_id, a.provider FROM attempt a JOIN confirmation c USING (tenant_id, reservation_id)
            WHERE a.state IN ('DIALLING', 'PLACED', 'UNCLEAR') AND NOT a.picked_up AND a.answer IS NULL
            AND (c.outcome IS NOT NULL OR c.version <> a.version)
            """;

    private final DatabaseClient db;
    private final Originators originators;

    StaleCalls(DatabaseClient db, Originators originators) {
        this.db = db;
        this.originators = originators;
    }

    /** To be asked after the booking has changed. */
    public Mono<Void> hangUp(String tenant, String reservation) {
        return stopAll(db.sql(RINGING_IN_VAIN + "AND a.tenant_id = :tenant AND a.reservation_id = :reservation")
                .bind("tenant", tenant)
                .bind("reservation", reservation));
    }

    /** To be asked once the provider has the call: the booking may have changed while it was asked for. */
    Mono<Void> hangUp(CallId call) {
        return stopAll(db.sql(RINGING_IN_VAIN + "AND a.call_id = :call").bind("call", call.value()));
    }

    Mono<Void> sweep() {
        return stopAll(db.sql(RINGING_IN_VAIN));
    }

    private Mono<Void> stopAll(DatabaseClient.GenericExecuteSpec ringing) {
        return ringing.map(row -> new Ringing(
                        new CallId(Objects.requireNonNull(row.get("call_id", UUID.class))),
                        Objects.requireNonNull(row.get("provider", String.class))))
                .all()
                .collectList()
                .flatMapIterable(calls -> calls)
                .flatMap(this::stop, AT_ONCE)
                .then();
    }

    private Mono<Void> stop(Ringing call) {
        return Mono.justOrEmpty(originators.named(call.provider()))
                .flatMap(originator -> originator.hangUp(call.id()))
                .doOnSubscribe(_ ->
                        log.atDebug().addKeyValue("callId", call.id()).log("call is for a stale version, hanging up"))
                .onErrorResume(failure -> {
                    log.atWarn()
                            .addKeyValue("callId", call.id())
                            .addKeyValue("failure", failure.getClass().getSimpleName())
                            .log("stale call could not be hung up, the next sweep tries again");
                    return Mono.empty();
                });
    }

    private record Ringing(CallId id, String provider) {}
}
