package io.tablecall.simulator.guest;

import java.time.Duration;

/** One thing a guest's telephone, or the guest, does. A script that ends while ringing rings until the caller gives up. */
public sealed interface Step {

    /** The telephone rings for that long. */
    record Ring(Duration length) implements Step {}

    /** The guest picks up. */
    record Answer() implements Step {}

    /** The network or the guest turns the call away with a SIP final response. */
    record Refuse(int sip) implements Step {}

    /** Keys pressed once the prompt that asks has been playing for a moment. */
    record Press(String digits, Duration into) implements Step {}

    /** Hangs up that long after picking up, whatever is being said. */
    record HangUp(Duration afterAnswer) implements Step {}

    /** Hangs up that far into the first prompt heard. */
    record CutOff(Duration into) implements Step {}
}
