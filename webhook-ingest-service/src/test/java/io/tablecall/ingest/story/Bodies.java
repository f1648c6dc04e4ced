package io.tablecall.ingest.story;

import org.jspecify.annotations.Nullable;

/** Webhooks as 8x8 words them. */
final class Bodies {

    private Bodies() {}

    static String vca(String sessionId, String eventId, @Nullable String keys, @Nullable String clientActionId) {
        return """
                {"payload":{"eventId":"%s","callId":"leg","sessionId":"%s","callStatus":"ACTION_COMPLETED",
                "source":"+6568888888","destination":"+6591234567","eventData":{"dtmf":%s},"sipCode":200,
                "timestamp":"2026-04-30T03:00:20.217Z"%s},"namespace":"VOICE","eventType":"CALL_ACTION"}""".formatted(
                        eventId,
                        sessionId,
                        keys == null ? "null" : '"' + keys + '"',
                        clientActionId == null ? "" : ",\"clientActionId\":\"" + clientActionId + '"');
    }

    static String vcs(String sessionId, String eventId, String status) {
        return """
                {"payload":{"eventId":"%s","callId":"leg","sessionId":"%s","callStatus":"%s","sipCode":200,
                "timestamp":"2026-04-30T03:00:10.000Z"},"namespace":"VOICE","eventType":"CALL_STATUS"}""".formatted(eventId, sessionId, status);
    }

    static String vss(String sessionId, String status, boolean answered) {
        return """
                {"payload":{"sessionId":"%s","sessionStatus":"%s","startTime":"2026-04-30T03:00:00Z",
                "endTime":"2026-04-30T03:00:30Z","details":{"CallA":{"callId":"leg"%s,
                "disconnectedTimestamp":"2026-04-30T03:00:30Z"}}},"namespace":"VOICE","eventType":"SESSION_SUMMARY"}""".formatted(
                        sessionId,
                        status,
                        answered ? ",\"connectedTimestamp\":\"2026-04-30T03:00:10Z\",\"callDuration\":20" : "");
    }
}
