package io.tablecall.notification.outcome;

import io.tablecall.notification.mail.OutcomeNews;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * One mail to one restaurant about one outcome.
 *
 * @param tries how often it was handed to the mail server already
 */
record Notification(UUID id, OutcomeNews news, Instant queuedAt, int tries) {

    static final String CHANNEL = "EMAIL";

    /** The same outcome always makes the same id. */
    static UUID idFor(OutcomeNews news) {
        return UUID.nameUUIDFromBytes((news.outcomeId() + "/" + CHANNEL).getBytes(StandardCharsets.UTF_8));
    }
}
