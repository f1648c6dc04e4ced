package io.tablecall.notification.mail;

/** Hands mails to a mail server. */
public interface MailSender {

    /** Waits for the server's word; call it from a thread that may wait. */
    Sending send(Mail mail);

    /** What the server said. */
    sealed interface Sending {
        /** It is the server's now. */
        record Accepted(String messageId) implements Sending {}

        /** The server will never take this mail. */
        record Rejected(String reason) implements Sending {}

        /** The server cannot be reached or cannot take it now. */
        record Postponed(String reason) implements Sending {}
    }
}
