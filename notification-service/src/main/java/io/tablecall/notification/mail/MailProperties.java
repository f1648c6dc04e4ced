package io.tablecall.notification.mail;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How mails leave.
 *
 * @param from address restaurants see and answer to
 * @param patience how long a mail that the server cannot take now is tried again before it is given up
 * @param firstPause pause after the first failure; doubles up to an hour
 * @param poll how often the queue is looked at when nothing signals
 */
@Validated
@ConfigurationProperties("tablecall.mail")
public record MailProperties(
        @NotBlank @Email String from,
        @DefaultValue("24h") Duration patience,
        @DefaultValue("5s") Duration firstPause,
        @DefaultValue("500ms") Duration poll) {}
