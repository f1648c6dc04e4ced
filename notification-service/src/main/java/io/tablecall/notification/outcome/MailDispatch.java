package io.tablecall.notification.outcome;

import io.tablecall.kafka.Outbox;
import io.tablecall.notification.mail.MailProperties;
import io.tablecall.notification.mail.MailSender;
import io.tablecall.notification.mail.MailSender.Sending;
import io.tablecall.notification.mail.OutcomeMail;
import io.tablecall.schemas.Topics;
import io.tablecall.schemas.notification.NotificationEvent;
import io.tablecall.schemas.notification.NotificationFailed;
import io.tablecall.schemas.notification.NotificationSent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Sends what is due. A mail the server took is marked and reported in one transaction; should we die in between, it is
 * sent again under the same Message-ID.
 */
@Component
class MailDispatch {

    private static final int BATCH = 20;
    private static final int SIDE_BY_SIDE = 4;
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final Notifications notifications;
    private final OutcomeMail outcomeMail;
    private final MailSender sender;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final MailProperties properties;
    private final InstantSource clock;

    MailDispatch(
            Notifications notifications,
            OutcomeMail outcomeMail,
            MailSender sender,
            Outbox outbox,
            TransactionalOperator transaction,
            MailProperties properties,
            InstantSource clock) {
        this.notifications = notifications;
        this.outcomeMail = outcomeMail;
        this.sender = sender;
        this.outbox = outbox;
        this.transaction = transaction;
        this.properties = properties;
        this.clock = clock;
    }

    /** One round; completes with how many mails it tried. */
    Mono<Long> round() {
        return notifications
                .claim(BATCH, clock.instant(), LEASE)
                .flatMap(notification -> attempt(notification).thenReturn(1), SIDE_BY_SIDE)
                .count();
    }

    private Mono<Void> attempt(Notification notification) {
        return Mono.fromCallable(() -> sender.send(outcomeMail.about(notification.news())))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(sending -> switch (sending) {
                    case Sending.Accepted accepted ->
                        end(notification, new NotificationSent(accepted.messageId()), true);
                    case Sending.Rejected rejected ->
                        end(notification, new NotificationFailed(rejected.reason()), false);
                    case Sending.Postponed postponed -> later(notification, postponed.reason());
                });
    }

    private Mono<Void> later(Notification notification, String reason) {
        var now = clock.instant();
        if (notification.queuedAt().plus(properties.patience()).isBefore(now)) {
            return end(notification, new NotificationFailed(reason), false);
        }
        return notifications.postpone(notification, now.plus(pauseAfter(notification.tries())));
    }

    private Duration pauseAfter(int tries) {
        var pause = properties.firstPause().multipliedBy(1L << Math.min(tries - 1, 16));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private Mono<Void> end(Notification notification, Object detail, boolean sent) {
        return notifications
                .end(notification, sent)
                .filter(ended -> ended)
                .flatMap(_ -> outbox.append(
                        Topics.NOTIFICATION_EVENTS,
                        notification.id().toString(),
                        event(notification, detail, clock.instant())))
                .as(transaction::transactional);
    }

    private static NotificationEvent event(Notification notification, Object detail, Instant now) {
        var news = notification.news();
        return NotificationEvent.newBuilder()
                .setNotificationId(notification.id().toString())
                .setTenantId(news.tenantId())
                .setChannel(Notification.CHANNEL)
                .setReservationId(news.reservationId())
                .setOutcomeId(news.outcomeId())
                .setOccurredAt(now.truncatedTo(ChronoUnit.MICROS))
                .setDetail(detail)
                .build();
    }
}
