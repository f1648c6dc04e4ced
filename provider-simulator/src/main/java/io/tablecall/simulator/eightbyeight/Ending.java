package io.tablecall.simulator.eightbyeight;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** How a session ended: its status, the last SIP code, and the error if there was one. */
record Ending(Status sessionStatus, int sipCode, @Nullable ErrorDetails error) {

    enum Status {
        COMPLETED,
        BUSY,
        NO_ANSWER,
        FAILED,
        ERROR
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ErrorDetails(
            String errorMsg, int errorCode, @Nullable String action) {}

    static Ending completed() {
        return new Ending(Status.COMPLETED, 200, null);
    }

    static Ending unanswered() {
        return new Ending(Status.NO_ANSWER, 480, null);
    }

    /** The customer's answer to a VCA was no callflow. */
    static Ending invalidReply(String lastAction) {
        return new Ending(Status.ERROR, 200, new ErrorDetails("The call flow provided is invalid", -2003, lastAction));
    }

    static Ending refused(int sip) {
        return switch (sip) {
            case 486, 600 -> new Ending(Status.BUSY, sip, null);
            case 404 ->
                new Ending(
                        Status.FAILED, sip, new ErrorDetails("No coverage available for requested area", -2004, null));
            case 503 -> new Ending(Status.FAILED, sip, new ErrorDetails("Trunk capacity exceeded", -2010, null));
            case 408, 480 -> new Ending(Status.NO_ANSWER, sip, null);
            default -> new Ending(Status.FAILED, sip, null);
        };
    }

    /** A leg that was picked up counts as completed, however the session ended. */
    String legStatus(boolean answered) {
        return answered ? Status.COMPLETED.name() : sessionStatus.name();
    }
}
