package io.tablecall.endtoend.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One kept-alive HTTP/1.1 connection with at most one request under way. */
final class Connection {
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final int LARGEST = 32 * 1024;
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final int SHORTEST = "HTTP/1.1 200 ".length();

    private final SocketChannel channel;
    private final ByteBuffer out = ByteBuffer.allocateDirect(LARGEST);
    private final ByteBuffer in = ByteBuffer.allocate(LARGEST);
    private long started;
    private long idleSince;
    private int headEnd;
    private int answerEnd;

    private Connection(SocketChannel channel) {
        this.channel = channel;
        this.idleSince = System.nanoTime();
    }

    static Connection open(int port, Selector selector) throws IOException {
        var channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        var connection = new Connection(channel);
        channel.register(selector, SelectionKey.OP_READ, connection);
        return connection;
    }

    /** @param startedAt from when on the answer is waited for */
    void send(Requests requests, long startedAt) throws IOException {
        started = startedAt;
        in.clear();
        headEnd = 0;
        answerEnd = 0;
        out.clear();
        requests.next(out);
        out.flip();
        while (out.hasRemaining()) {
            channel.write(out);
        }
    }

    /** Whether the answer is complete. */
    boolean received() throws IOException {
        if (channel.read(in) < 0) {
            throw new IOException("closed by the server");
        }
        if (headEnd == 0) {
            headEnd = endOfHead();
            if (headEnd == 0) {
                return false;
            }
            answerEnd = headEnd + contentLength();
        }
        if (in.position() < answerEnd) {
            return false;
        }
        idleSince = System.nanoTime();
        return true;
    }

    int status() {
        if (in.position() < SHORTEST) {
            return 0;
        }
        int status = 0;
        for (int i = STATUS_AT; i < STATUS_AT + 3; i++) {
            status = status * 10 + in.get(i) - '0';
        }
        return status;
    }

    String body() {
        return new String(in.array(), headEnd, answerEnd - headEnd, StandardCharsets.UTF_8);
    }

    long started() {
        return started;
    }

    long idleSince() {
        return idleSince;
    }

    void close() throws IOException {
        channel.close();
    }

    private int endOfHead() {
        for (int i = SHORTEST; i + 4 <= in.position(); i++) {
            if (in.get(i) == '\r' && in.get(i + 1) == '\n' && in.get(i + 2) == '\r' && in.get(i + 3) == '\n') {
                return i + 4;
            }
        }
        return 0;
    }

    private int contentLength() {
        for (int i = SHORTEST; i + LENGTH.length < headEnd; i++) {
            if (in.get(i) == '\n' && isLength(i + 1)) {
                return number(i + 1 + LENGTH.length);
            }
        }
        return 0;
    }

    private boolean isLength(int at) {
        for (int i = 0; i < LENGTH.length; i++) {
            int given = in.get(at + i);
            int lower = given >= 'A' && given <= 'Z' ? given + ('a' - 'A') : given;
            if (lower != LENGTH[i]) {
                return false;
            }
        }
        return true;
    }

    private int number(int at) {
        int number = 0;
        for (int i = at; i < headEnd && in.get(i) != '\r'; i++) {
            if (in.get(i) != ' ') {
                number = number * 10 + in.get(i) - '0';
            }
        }
        return number;
    }
}
