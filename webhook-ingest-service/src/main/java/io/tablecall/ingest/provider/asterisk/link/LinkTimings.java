package io.tablecall.ingest.provider.asterisk.link;

import java.time.Duration;

/**
 * How long we wait for what on the way to Asterisk.
 *
 * @param connect for a connection and for the answer to a command
 * @param ping between two pings
 * @param deadAfter of silence the peer counts as dead
 * @param backoffFirst before the first reconnect, doubled each time
 * @param backoffMost between two reconnects
 * @param misconfigured between two tries with credentials that were refused
 * @param standby between two tries to become the owner
 * @param replaced before competing again after another client took the application
 * @param reconcile for the calls to be compared with the channels
 */
public record LinkTimings(
        Duration connect,
        Duration ping,
        Duration deadAfter,
        Duration backoffFirst,
        Duration backoffMost,
        Duration misconfigured,
        Duration standby,
        Duration replaced,
        Duration reconcile) {}
