package io.tablecall.notification.outcome;

import io.tablecall.notification.mail.OutcomeNews;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What is to be told, is being told and was told. */
@Component
class Notifications {

    private final DatabaseClient db;
    private final JsonMapper json;

    Notifications(DatabaseClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** Queues news once; the same outcome heard again changes nothing. */
    Mono<Void> queue(OutcomeNews news, Instant now) {
        return db.sql("""
                        INSERT INTO notification (notification_id, tenant_id, reservation_id, outcome_id, channel, state,
                                                  news, queued_at, due_at)
                        VALUES (:id, :tenant, :reservation, :outcome, :channel, 'QUEUED', :news::jsonb, :now, :now)
                        ON CONFLICT DO NOTHING""")
                .bind("id", Notification.idFor(news))
                .bind("tenant", news.tenantId())
                .bind("reservation", news.reservationId())
                .bind("outcome", news.outcomeId())
                .bind("channel", Notification.CHANNEL)
                .bind("news", json.writeValueAsString(news))
                .bind("now", utc(now))
                .then();
    }

    /** Takes what is due for the length of a lease, so that two replicas never send the same. */
    Flux<Notification> claim(int most, Instant now, Duration lease) {
        return db.sql("""
                        UPDATE notification SET due_at = :until, tries = tries + 1
                        WHERE notification_id IN (
                            SELECT notification_id FROM notification WHERE state = 'QUEUED' AND due_at <= :now
                            ORDER BY due_at LIMIT :most FOR UPDATE SKIP LOCKED)
                        RETURNING notification_id, news, queued_at, tries""")
                .bind("until", utc(now.plus(lease)))
                .bind("now", utc(now))
                .bind("most", most)
                .map(row -> new Notification(
                        Objects.requireNonNull(row.get("notification_id", UUID.class)),
                        json.readValue(Objects.requireNonNull(row.get("news", String.class)), OutcomeNews.class),
                        Objects.requireNonNull(row.get("queued_at", OffsetDateTime.class))
                                .toInstant(),
                        Objects.requireNonNull(row.get("tries", Integer.class))))
                .all();
    }

    /** Ends a notification; completes with false when it had ended already. */
    Mono<Boolean> end(Notification notification, boolean sent) {
        return db.sql("UPDATE notification SET state = :state WHERE notification_id = :id AND state = 'QUEUED'")
                .bind("state", sent ? "SENT" : "FAILED")
                .bind("id", notification.id())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> postpone(Notification notification, Instant until) {
        return db.sql("UPDATE notification SET due_at = :until WHERE notification_id = :id")
                .bind("until", utc(until))
                .bind("id", notification.id())
                .then();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
