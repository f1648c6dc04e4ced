package io.tablecall.simulator.control;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers to what the providers' documents leave open. Absent fields of a {@code PUT} take their default.
 *
 * @param dtmfShape how a VCA carries the digits
 * @param legKey the name of the first leg in a VSS, {@code callA} or {@code CallA}
 * @param summaryVersion the VSS {@code version}; 0 leaves it out
 * @param vcaAfterSay whether each say or file inside a longer callflow is reported too
 * @param equalTimeoutsAllowed whether digitTimeout may equal overallTimeout
 * @param retrySummaries whether an unaccepted VSS is sent again after 1, 10, 30 and 90 s
 * @param vcaPatienceMillis real time a VCA may take to be answered
 * @param allowedSources caller numbers the 8x8 account may show; empty allows all
 * @param dialplan {@code context/extension} pairs Asterisk knows; empty knows all
 */
public record Settings(
        DtmfShape dtmfShape,
        String legKey,
        int summaryVersion,
        boolean vcaAfterSay,
        boolean equalTimeoutsAllowed,
        boolean retrySummaries,
        int vcaPatienceMillis,
        List<String> allowedSources,
        List<String> dialplan) {

    static final Settings DEFAULT =
            new Settings(DtmfShape.MAP, "callA", 5, false, true, true, 5000, List.of(), List.of());

    public Duration vcaPatience() {
        return Duration.ofMillis(vcaPatienceMillis);
    }

    /** The three generations of digits in a VCA. */
    public enum DtmfShape {
        MAP,
        STRING,
        LEGACY
    }

    /** What a client wants changed. */
    record Change(
            @Nullable String dtmfShape,
            @Nullable String legKey,
            @Nullable Integer summaryVersion,
            @Nullable Boolean vcaAfterSay,
            @Nullable Boolean equalTimeoutsAllowed,
            @Nullable Boolean retrySummaries,
            @Nullable Integer vcaPatienceMillis,
            @Nullable List<String> allowedSources,
            @Nullable List<String> dialplan) {

        Settings overDefaults() {
            return new Settings(
                    dtmfShape == null
                            ? DEFAULT.dtmfShape
                            : DtmfShape.valueOf(dtmfShape.toUpperCase(java.util.Locale.ROOT)),
                    legKey == null ? DEFAULT.legKey : legKey,
                    summaryVersion == null ? DEFAULT.summaryVersion : summaryVersion,
                    vcaAfterSay == null ? DEFAULT.vcaAfterSay : vcaAfterSay,
                    equalTimeoutsAllowed == null ? DEFAULT.equalTimeoutsAllowed : equalTimeoutsAllowed,
                    retrySummaries == null ? DEFAULT.retrySummaries : retrySummaries,
                    vcaPatienceMillis == null ? DEFAULT.vcaPatienceMillis : vcaPatienceMillis,
                    allowedSources == null ? DEFAULT.allowedSources : allowedSources,
                    dialplan == null ? DEFAULT.dialplan : dialplan);
        }
    }
}
