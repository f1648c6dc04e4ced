package io.tablecall.ingest.session;

import io.tablecall.schemas.call.CallEvent;
import io.tablecall.schemas.call.CallRequested;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/** What was asked of a call when it was committed to be dialled; never changes. */
public record CallRequest(
        String callId,
        String tenantId,
        String reservationId,
        int reservationVersion,
        int attempt,
        String provider,
        String flowId,
        int flowVersion,
        String language,
        Map<String, String> variables,
        ZoneId zone,
        Instant requestedAt,
        Duration maxDuration) {

    public CallRequest {
        variables = Map.copyOf(variables);
    }

    static CallRequest of(CallEvent event, CallRequested requested) {
        return new CallRequest(
                event.getCallId(),
                event.getTenantId(),
                event.getReservationId(),
                event.getReservationVersion(),
                event.getAttempt(),
                event.getProvider(),
                requested.getFlowId(),
                requested.getFlowVersion(),
                requested.getLanguage(),
                requested.getVariables(),
                ZoneId.of(requested.getZone()),
                event.getOccurredAt(),
                Duration.ofSeconds(requested.getMaxDurationSeconds()));
    }

    /** Variables are what a guest is told; they stay out of logs. */
    @Override
    public String toString() {
        return "CallRequest[callId=%s, provider=%s, flow=%s/%d]".formatted(callId, provider, flowId, flowVersion);
    }
}
