package io.tablecall.endtoend.bench;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sends requests over a fixed number of loopback connections, from one thread. Without a rate each connection sends its
 * next request when the last is answered; with one, requests fall due at even distances and a late answer delays nobody's
 * clock but its own.
 */
final class LoadGenerator {
    private static final long GRACE = Duration.ofSeconds(5).toNanos();
    private static final int OK = 200;
    private static final int UNANSWERED = 0;

    private final int port;
    private final Requests requests;
    private final int connections;
    private final long interval;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final Histogram latencies = new Histogram();
    private long answered;
    private final Map<Integer, Long> failures = new TreeMap<>();
    private long inTime;
    private long from;
    private long until;

    private LoadGenerator(int port, Requests requests, int connections, long interval) {
        this.port = port;
        this.requests = requests;
        this.connections = connections;
        this.interval = interval;
    }

    static LoadGenerator asFastAsAnswered(int port, Requests requests, int connections) {
        return new LoadGenerator(port, requests, connections, 0);
    }

    static LoadGenerator paced(int port, Requests requests, int connections, int perSecond) {
        return new LoadGenerator(
                port, requests, connections, Duration.ofSeconds(1).toNanos() / perSecond);
    }

    /** Used once. */
    Load run(Duration warmUp, Duration measured) throws IOException {
        try (var selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                idle.add(Connection.open(port, selector));
            }
            long next = System.nanoTime();
            from = next + warmUp.toNanos();
            until = from + measured.toNanos();
            for (long now = next; now < until || underWay(now); now = System.nanoTime()) {
                while (now < until && !idle.isEmpty() && (interval == 0 || next <= now)) {
                    var connection = idle.removeFirst();
                    // Late because nobody was free: the guest waited. Late because this thread slept: nobody did.
                    connection.send(requests, interval == 0 || connection.idleSince() <= next ? now : next);
                    next += interval;
                }
                selector.select(this::read, 1);
            }
            for (var key : selector.keys()) {
                key.channel().close();
            }
        }
        double seconds = measured.toNanos() / 1e9;
        long failed = failures.values().stream().mapToLong(Long::longValue).sum();
        return new Load(
                answered,
                failed,
                Map.copyOf(failures),
                inTime / seconds,
                latencies.millisAt(0.5),
                latencies.millisAt(0.99));
    }

    private boolean underWay(long now) {
        int missing = connections - idle.size();
        if (missing > 0 && now > until + GRACE) {
            failures.merge(UNANSWERED, (long) missing, Long::sum);
            return false;
        }
        return missing > 0;
    }

    private void read(SelectionKey key) {
        if (!(key.attachment() instanceof Connection connection)) {
            return;
        }
        try {
            if (!connection.received()) {
                return;
            }
            count(connection);
            idle.add(connection);
        } catch (IOException broken) {
            answered++;
            failures.merge(UNANSWERED, 1L, Long::sum);
            replace(key, connection);
        }
    }

    private void count(Connection connection) {
        answered++;
        long now = connection.idleSince();
        boolean good = connection.status() == OK && (!requests.looksAtAnswers() || requests.isGood(connection.body()));
        if (!good) {
            failures.merge(connection.status(), 1L, Long::sum);
        } else if (now >= from && connection.started() < until) {
            latencies.record(now - connection.started());
            inTime += now < until ? 1 : 0;
        }
    }

    private void replace(SelectionKey key, Connection broken) {
        try {
            key.cancel();
            broken.close();
            idle.add(Connection.open(port, key.selector()));
        } catch (IOException e) {
            throw new IllegalStateException("nobody listens any more on port " + port, e);
        }
    }
}
