package io.tablecall.origination.call;

import io.tablecall.kafka.Outbox;
import io.tablecall.schemas.Topics;
import io.tablecall.schemas.call.CallEnded;
import io.tablecall.schemas.call.CallEvent;
import io.tablecall.schemas.call.CallPlaced;
import io.tablecall.schemas.call.CallRefused;
import io.tablecall.schemas.call.CallRequested;
import io.tablecall.schemas.call.CallUnclear;
import io.tablecall.schemas.call.EndStatus;
import io.tablecall.schemas.call.Provenance;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The facts of a call that only we know, written to the outbox in the transaction that makes them true. */
@Component
public class CallFacts {

    private final Outbox outbox;

    CallFacts(Outbox outbox) {
        this.outbox = outbox;
    }

    public Mono<Void> requested(Attempt attempt, CallRequested detail, Instant at) {
        return append(attempt, "requested", detail, Provenance.ORIGINATION, null, at);
    }

    public Mono<Void> placed(Attempt attempt, String providerCallId, Provenance provenance, Instant at) {
        return append(attempt, "placed", new CallPlaced(providerCallId), provenance, providerCallId, at);
    }

    public Mono<Void> refused(Attempt attempt, CallRefused detail, Instant at) {
        return append(attempt, "refused", detail, Provenance.ORIGINATION, null, at);
    }

    public Mono<Void> unclear(Attempt attempt, String reason, Instant at) {
        return append(attempt, "unclear", new CallUnclear(reason), Provenance.ORIGINATION, null, at);
    }

    /** Nothing more was heard of the call, and by now it cannot be alive. */
    public Mono<Void> givenUp(Attempt attempt, @Nullable String providerCallId, Instant at) {
        var detail = CallEnded.newBuilder()
                .setStatus(EndStatus.FAILED)
                .setCauseText("nothing more was heard of the call")
                .build();
        return append(attempt, "watchdog", detail, Provenance.WATCHDOG, providerCallId, at);
    }

    private Mono<Void> append(
            Attempt attempt,
            String kind,
            Object detail,
            Provenance provenance,
            @Nullable String providerCallId,
            Instant at) {
        var moment = at.truncatedTo(ChronoUnit.MICROS);
        var event = CallEvent.newBuilder()
                .setEventId(NameBased.uuid(attempt.call() + "/" + kind).toString())
                .setCallId(attempt.call().toString())
                .setTenantId(attempt.tenant())
                .setReservationId(attempt.reservation())
                .setReservationVersion(attempt.version())
                .setAttempt(attempt.number())
                .setProvider(attempt.provider())
                .setProviderCallId(providerCallId)
                .setOccurredAt(moment)
                .setRecordedAt(moment)
                .setProvenance(provenance)
                .setDetail(detail)
                .build();
        return outbox.append(Topics.CALL_EVENTS, attempt.call().toString(), event);
    }
}
