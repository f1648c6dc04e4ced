package io.tablecall.notification.mail;

import io.tablecall.notification.mail.MailSender.Sending.Accepted;
import io.tablecall.notification.mail.MailSender.Sending.Postponed;
import io.tablecall.notification.mail.MailSender.Sending.Rejected;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends by SMTP. A 5xx reply is final, everything else may heal. */
@Component
class SmtpMailSender implements MailSender {

    private final JavaMailSender smtp;
    private final MailProperties properties;

    SmtpMailSender(JavaMailSender smtp, MailProperties properties) {
        this.smtp = smtp;
        this.properties = properties;
    }

    @Override
    public Sending send(Mail mail) {
        try {
            smtp.send(mime(mail));
            return new Accepted(mail.messageId());
        } catch (AddressException | MailParseException e) {
            return new Rejected("the address or content is malformed");
        } catch (MailSendException e) {
            return judged(e);
        } catch (MessagingException | org.springframework.mail.MailException e) {
            return new Postponed(e.getClass().getSimpleName());
        }
    }

    private MimeMessage mime(Mail mail) throws MessagingException {
        var message = new FixedIdMessage(smtp.createMimeMessage(), mail.messageId());
        var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(properties.from());
        helper.setTo(mail.to());
        helper.setSubject(mail.subject());
        helper.setText(mail.text(), mail.html());
        if (mail.calendar() != null) {
            helper.addAttachment(
                    "reservation.ics",
                    new ByteArrayResource(mail.calendar().getBytes(StandardCharsets.UTF_8)),
                    "text/calendar; charset=UTF-8; method=PUBLISH");
        }
        return message;
    }

    private static Sending judged(MailSendException failure) {
        return failure.getFailedMessages().values().stream()
                .filter(SmtpMailSender::isFinal)
                .findFirst()
                .<Sending>map(_ -> new Rejected("the mail server refused it for good"))
                .orElseGet(() -> new Postponed("the mail server could not take it"));
    }

    private static boolean isFinal(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            switch (cause) {
                case SMTPAddressFailedException refused
                when refused.getReturnCode() / 100 == 5 -> {
                    return true;
                }
                case SMTPSendFailedException refused
                when refused.getReturnCode() / 100 == 5 -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    private static @org.jspecify.annotations.Nullable Throwable next(Throwable failure) {
        return failure instanceof SendFailedException chained && chained.getNextException() != null
                ? chained.getNextException()
                : failure.getCause();
    }

    /** JavaMail makes up a Message-ID at every save; ours must stay the same. */
    private static final class FixedIdMessage extends MimeMessage {
        private final String id;

        private FixedIdMessage(MimeMessage source, String id) {
            super(source.getSession());
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
