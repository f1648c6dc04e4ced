package io.tablecall.ingest.provider.asterisk.line;

import java.time.Duration;

/**
 * How long we wait for what on a line.
 *
 * @param sessionPatience for the call behind a channel to be made known to us
 * @param sessionInterval between two looks for it
 * @param betweenKeys for the next key of an answer of several
 * @param promptMargin past a prompt's own length, for Asterisk to tell its end
 * @param promptRetry before a prompt that failed is tried once more
 * @param settle for a late event of a channel that is gone before we declare the call ended
 * @param requestGrace for the channel of a call that was just requested to appear
 * @param endPatience for the last event of a channel that is about to go
 * @param linger during which copies of a channel's last events are recognised
 */
public record LineTimings(
        Duration sessionPatience,
        Duration sessionInterval,
        Duration betweenKeys,
        Duration promptMargin,
        Duration promptRetry,
        Duration settle,
        Duration requestGrace,
        Duration endPatience,
        Duration linger) {}
