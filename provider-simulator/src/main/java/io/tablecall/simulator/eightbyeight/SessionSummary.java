package io.tablecall.simulator.eightbyeight;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tablecall.simulator.control.Settings;
import io.tablecall.simulator.eightbyeight.CallNews.Leg;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** VSS: how a session went, told once it is over. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SessionSummary(
        Payload payload,
        String namespace,
        String eventType,
        String description,
        @Nullable Integer version) {

    /** All that a summary says of one leg. */
    record LegStory(
            Leg leg,
            String status,
            Instant initiated,
            @Nullable Instant connected,
            Instant disconnected) {

        private LegReport report() {
            var talked = connected == null
                    ? 0
                    : Math.toIntExact(Duration.between(connected, disconnected).toSeconds());
            return new LegReport(
                    leg.callId(),
                    "OUTBOUND",
                    "PSTN",
                    WireTime.seconds(initiated),
                    connected == null ? null : WireTime.seconds(connected),
                    WireTime.seconds(disconnected),
                    leg.source(),
                    leg.destination(),
                    "MSISDN",
                    "MSISDN",
                    Country.of(leg.source()),
                    Country.of(leg.destination()),
                    "virtual-number-trunk-01",
                    status,
                    talked,
                    connected == null ? null : new Quality(4.5, 0, 20));
        }
    }

    static SessionSummary of(
            LegStory first, @Nullable LegStory second, Ending ending, String lastAction, Settings settings) {
        var legs = new LinkedHashMap<String, LegReport>();
        legs.put(settings.legKey(), first.report());
        if (second != null) legs.put(settings.legKey().replace("A", "B"), second.report());
        var payload = new Payload(
                first.leg().sessionId(),
                first.leg().subAccountId(),
                ending.sessionStatus().name(),
                WireTime.seconds(first.initiated()),
                WireTime.seconds(first.disconnected()),
                lastAction,
                legs.size(),
                ending.error(),
                legs);
        return new SessionSummary(
                payload,
                "VOICE",
                "SESSION_SUMMARY",
                "Summary of a completed call session",
                settings.summaryVersion() == 0 ? null : settings.summaryVersion());
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Payload(
            String sessionId,
            String subAccountId,
            String sessionStatus,
            String startTime,
            String endTime,
            String lastAction,
            int callCount,
            Ending.@Nullable ErrorDetails errorDetails,
            Map<String, LegReport> details) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LegReport(
            String callId,
            String callDirection,
            String callType,
            String initiatedTimestamp,
            @Nullable String connectedTimestamp,
            String disconnectedTimestamp,
            String source,
            String destination,
            String sourceFormat,
            String destinationFormat,
            String sourceCountryCode,
            String destinationCountryCode,
            String sourceRefId,
            String callStatus,
            int callDuration,
            @Nullable Quality callQuality) {}

    record Quality(double mos, int packetLossRate, int jitter) {}
}
