package io.tablecall.simulator.control;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The providers simulated here, under the names the wire uses. */
public enum Provider {
    @JsonProperty("8x8")
    EIGHT_BY_EIGHT,
    @JsonProperty("asterisk")
    ASTERISK
}
