package io.tablecall.ingest.provider.asterisk.link;

import java.time.Instant;

/** Where the way to Asterisk stands, and since when. */
public record LinkState(Phase phase, Instant since) {

    /** What we are about. */
    public enum Phase {
        /** Another replica owns this Asterisk. */
        STANDBY,
        /** Ours, but there is no connection. */
        CONNECTING,
        /** Connected; calls and channels are being compared. */
        RECONCILING,
        /** Every call is on its line. */
        LIVE,
        /** Asterisk refuses our credentials. */
        UNAUTHORIZED,
        /** Another client has taken our application. */
        REPLACED
    }
}
