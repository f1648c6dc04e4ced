package io.tablecall.notification.mail;

import org.jspecify.annotations.Nullable;

/**
 * A mail ready to leave.
 *
 * @param messageId with angle brackets, the same for every sending of this mail
 * @param calendar an iCalendar text, RFC 5545; null without one
 */
public record Mail(
        String messageId,
        String to,
        String subject,
        String text,
        String html,
        @Nullable String calendar) {}
