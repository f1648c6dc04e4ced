package io.tablecall.simulator.asterisk;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a channel ended: the Q.850 cause, Asterisk's words for it, and the SIP code behind it if there was one. */
record Cause(int code, @Nullable Integer sip) {

    static final Cause UNKNOWN = new Cause(0, null);
    static final Cause NORMAL = new Cause(16, null);
    static final Cause NO_ANSWER = new Cause(19, 480);

    private static final Map<Integer, String> WORDS = Map.ofEntries(
            Map.entry(0, "Unknown"),
            Map.entry(1, "Unallocated (unassigned) number"),
            Map.entry(3, "No route to destination"),
            Map.entry(16, "Normal Clearing"),
            Map.entry(17, "User busy"),
            Map.entry(18, "No user responding"),
            Map.entry(19, "User alerting, no answer"),
            Map.entry(21, "Call Rejected"),
            Map.entry(22, "Number changed"),
            Map.entry(27, "Destination out of order"),
            Map.entry(28, "Invalid number format"),
            Map.entry(29, "Facility rejected"),
            Map.entry(34, "Circuit/channel congestion"),
            Map.entry(38, "Network out of order"),
            Map.entry(41, "Temporary failure"),
            Map.entry(58, "Bearer capability not available"),
            Map.entry(102, "Recover on timer expiry"));

    /** The cause Asterisk gives for a SIP final response. */
    static Cause ofSip(int sip) {
        var code = switch (sip) {
            case 403, 603 -> 21;
            case 404, 485, 604 -> 1;
            case 408 -> 18;
            case 409 -> 41;
            case 410 -> 22;
            case 420 -> 3;
            case 480, 483 -> 19;
            case 484 -> 28;
            case 486, 600 -> 17;
            case 488, 606 -> 58;
            case 500 -> 38;
            case 501 -> 29;
            case 502 -> 27;
            case 503 -> 34;
            case 504 -> 102;
            default -> 127;
        };
        return new Cause(code, sip);
    }

    /** The cause a client asked for when it hung up. */
    static Cause asked(@Nullable String reason, @Nullable String reasonCode) {
        if (reason != null && reasonCode != null) {
            throw AriProblem.badRequest("The reason and reason_code can't both be specified");
        }
        if (reasonCode != null && reasonCode.matches("\\d{1,3}")) {
            return new Cause(Integer.parseInt(reasonCode), reasonCode.equals("21") ? Integer.valueOf(403) : null);
        }
        return switch (reason == null ? "normal" : reason.toLowerCase(Locale.ROOT)) {
            case "normal" -> NORMAL;
            case "busy" -> new Cause(17, 486);
            case "no_answer" -> NO_ANSWER;
            case "congestion" -> new Cause(34, 503);
            default -> throw AriProblem.badRequest("Invalid reason for hangup reason provided");
        };
    }

    String words() {
        return WORDS.getOrDefault(code, "Interworking, unspecified");
    }

    String dialStatus() {
        return switch (code) {
            case 17 -> "BUSY";
            case 34 -> "CONGESTION";
            case 3 -> "CHANUNAVAIL";
            default -> "NOANSWER";
        };
    }
}
