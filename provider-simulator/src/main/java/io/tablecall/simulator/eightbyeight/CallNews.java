package io.tablecall.simulator.eightbyeight;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tablecall.simulator.control.Settings.DtmfShape;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The envelope of VCA and VCS webhooks. */
record CallNews(String namespace, String eventType, String description, Payload payload) {

    /** VCA: an action is done; what next? */
    static CallNews action(
            Leg leg, @Nullable String digits, DtmfShape shape, @Nullable String clientActionId, Instant at) {
        var payload = leg.payload(digits, shape, clientActionId, at);
        return new CallNews("VOICE", "CALL_ACTION", "Action request of a call", payload);
    }

    /** VCS: the call has come this far. */
    static CallNews status(Leg leg, String callStatus, int seconds, int sipCode, Instant at) {
        var payload = leg.payload(callStatus, seconds, sipCode, null, null, null, at);
        return new CallNews("VOICE", "CALL_STATUS", "Status update of a call", payload);
    }

    /** The digits as the current generation sends them; null where nothing was captured. */
    @JsonInclude
    record Captured(@Nullable String dtmf) {}

    /** One leg of a session: the constants of all its webhooks. */
    record Leg(String sessionId, String subAccountId, String callId, String source, String destination) {

        private Payload payload(@Nullable String digits, DtmfShape shape, @Nullable String clientActionId, Instant at) {
            return switch (shape) {
                case MAP -> payload("ACTION_COMPLETED", 0, 200, new Captured(digits), null, clientActionId, at);
                case STRING -> payload("ACTION_COMPLETED", 0, 200, digits, null, clientActionId, at);
                case LEGACY -> payload("DTMF_RECEIVED", 0, 200, null, digits, clientActionId, at);
            };
        }

        private Payload payload(
                String callStatus,
                int seconds,
                int sipCode,
                @Nullable Object eventData,
                @Nullable String dtmf,
                @Nullable String clientActionId,
                Instant at) {
            return new Payload(
                    UUID.randomUUID().toString(),
                    callId,
                    sessionId,
                    subAccountId,
                    callStatus,
                    "OUTBOUND",
                    "PSTN",
                    source,
                    destination,
                    "MSISDN",
                    "MSISDN",
                    Country.of(source),
                    Country.of(destination),
                    seconds,
                    eventData,
                    dtmf,
                    sipCode,
                    WireTime.millis(at),
                    clientActionId);
        }

        @Override
        public String toString() {
            return "Leg[sessionId=%s, callId=%s]".formatted(sessionId, callId);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Payload(
            String eventId,
            String callId,
            String sessionId,
            String subAccountId,
            String callStatus,
            String callDirection,
            String callType,
            String source,
            String destination,
            String sourceFormat,
            String destinationFormat,
            String sourceCountryCode,
            String destinationCountryCode,
            int callDuration,
            @Nullable Object eventData,
            @Nullable String dtmf,
            int sipCode,
            String timestamp,
            @Nullable String clientActionId) {}
}
