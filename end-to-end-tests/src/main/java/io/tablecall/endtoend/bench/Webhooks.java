package io.tablecall.endtoend.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Webhooks as 8x8 sends them, one after another for each of some sessions in turn. */
final class Webhooks implements Requests {
    private static final String EVENT = "77e6a667-133a-11ef-0000-000000000000";
    private static final String SESSION = "a4fad4b3-b388-12ee-0000-000000000000";
    private static final int DIGITS = 12;
    private static final String BODY = """
            {"payload":{"eventId":"%s","callId":"627e25f1-133a-11ef-b08c-e33c09483244","sessionId":"%s",\
            "subAccountId":"tablecall_bench","callStatus":"%s","callDirection":"OUTBOUND","callType":"PSTN",\
            "source":"+6568888888","destination":"+6598888888","sourceFormat":"MSISDN","destinationFormat":"MSISDN",\
            "sourceCountryCode":"SG","destinationCountryCode":"SG","sourceRefId":"SOME-VN-REF-ID","callDuration":0,\
            "sipCode":200,%s"timestamp":"2026-01-06T10:17:19.375Z"},"namespace":"VOICE","eventType":"%s",\
            "description":"%s"}""";

    private final byte[] request;
    private final int eventAt;
    private final int sessionAt;
    private final List<String> sessions;
    private final boolean redelivered;
    private final String expected;
    private final byte[] digits = new byte[DIGITS];
    private int turn;
    private long event;

    private Webhooks(
            String path, String token, String body, List<String> sessions, boolean redelivered, String expected) {
        var text = "POST /api/webhooks/" + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: " + token
                + "\r\nContent-Type: application/json\r\nUser-Agent: 8x8-webhooks\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
        this.request = text.getBytes(StandardCharsets.US_ASCII);
        this.eventAt = text.indexOf(EVENT);
        this.sessionAt = text.indexOf(SESSION);
        this.sessions = sessions;
        this.redelivered = redelivered;
        this.expected = expected;
        // Ids of one run never meet those of the one before.
        this.event = System.nanoTime() & 0xffff_ffff_ffL;
    }

    /** The guest has picked up; every one is a new event. */
    static Webhooks status(String token, List<String> sessions) {
        return new Webhooks("vcs", token, statusBody(), sessions, false, "");
    }

    /** The guest has pressed the key that repeats the menu; every one is a new event. */
    static Webhooks questions(String token, List<String> sessions) {
        return new Webhooks("vca", token, question(), sessions, false, "\"action\":\"sayAndCapture\"");
    }

    /** As {@link #questions}, but each session's one question over and over. */
    static Webhooks redeliveries(String token, List<String> sessions) {
        return new Webhooks("vca", token, question(), sessions, true, "\"action\":\"sayAndCapture\"");
    }

    /** What is in a status webhook, for whoever wants to weigh it. */
    static String statusBody() {
        return BODY.formatted(EVENT, SESSION, "CALL_CONNECTED", "", "CALL_STATUS", "Status update of a call");
    }

    private static String question() {
        return BODY.formatted(
                EVENT,
                SESSION,
                "ACTION_COMPLETED",
                "\"eventData\":{\"dtmf\":\"8\"},",
                "CALL_ACTION",
                "Action request of a call");
    }

    static String session(long number) {
        return SESSION.substring(0, SESSION.length() - DIGITS) + HexFormat.of().toHexDigits(number, DIGITS);
    }

    @Override
    public void next(ByteBuffer out) {
        int place = turn++ % sessions.size();
        write(redelivered ? place : ++event);
        System.arraycopy(digits, 0, request, eventAt + EVENT.length() - DIGITS, DIGITS);
        var session = sessions.get(place);
        for (int i = 0; i < SESSION.length(); i++) {
            request[sessionAt + i] = (byte) session.charAt(i);
        }
        out.put(request);
    }

    private void write(long number) {
        long rest = number;
        for (int i = DIGITS - 1; i >= 0; i--) {
            digits[i] = (byte) Character.forDigit((int) (rest & 15), 16);
            rest >>>= 4;
        }
    }

    @Override
    public boolean isGood(String answer) {
        return answer.contains(expected);
    }

    @Override
    public boolean looksAtAnswers() {
        return !expected.isEmpty();
    }
}
