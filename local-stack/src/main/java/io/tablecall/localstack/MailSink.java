package io.tablecall.localstack;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;

/** Takes every e-mail and delivers none. */
public final class MailSink implements AutoCloseable {
    private final GreenMail server;
    private final int port;

    private MailSink(GreenMail server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Listens on the loopback interface. */
    public static MailSink start() {
        return start(Ports.free());
    }

    static MailSink start(int port) {
        var server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return new MailSink(server, port);
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return port;
    }

    /** All e-mails taken so far, oldest first. */
    public List<MimeMessage> messages() {
        return List.of(server.getReceivedMessages());
    }

    /** How many there are once there are this many, or once the time is up. */
    public int awaitMessages(int count, Duration patience) {
        server.waitForIncomingEmail(patience.toMillis(), count);
        return server.getReceivedMessages().length;
    }

    @Override
    public void close() {
        server.stop();
    }
}
