package io.tablecall.endtoend.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** A server under load, and what was seen of it: once per round for each number of connections. */
final class Contestant {
    private static final Duration RAMP = Duration.ofSeconds(1);
    private static final Duration MEASURED = Duration.ofSeconds(3);
    private static final int MOST_STEPS = 8;
    private static final double STILL_FALLING = 0.9;
    private static final double TEN_THOUSAND = 10_000;

    private final String name;
    private final long pid;
    private final int port;
    private final Requests requests;
    private final Map<Integer, List<Seen>> seen = new TreeMap<>();
    private long failed;
    private double residentMegabytes;

    Contestant(String name, long pid, int port, Requests requests) {
        this.name = name;
        this.pid = pid;
        this.port = port;
        this.requests = requests;
    }

    private record Seen(Load load, double cpuPerTenThousand) {}

    /** Until the compiler has little left to do: processor time per request no longer falls. */
    void warmUp(int connections) throws IOException {
        double best = Double.MAX_VALUE;
        for (int step = 0, idleSteps = 0; step < MOST_STEPS && idleSteps < 2; step++) {
            double before = Usage.of(pid).cpuSeconds();
            var load =
                    LoadGenerator.asFastAsAnswered(port, requests, connections).run(Duration.ZERO, MEASURED);
            double cpu = (Usage.of(pid).cpuSeconds() - before) / load.requests();
            idleSteps = cpu < STILL_FALLING * best ? 0 : idleSteps + 1;
            best = Math.min(best, cpu);
            failed += load.failed();
        }
    }

    void measure(int connections) throws IOException {
        double before = Usage.of(pid).cpuSeconds();
        var load = LoadGenerator.asFastAsAnswered(port, requests, connections).run(RAMP, MEASURED);
        var after = Usage.of(pid);
        failed += load.failed();
        residentMegabytes = Math.max(residentMegabytes, after.residentMegabytes());
        double cpu = (after.cpuSeconds() - before) / load.requests() * TEN_THOUSAND;
        seen.computeIfAbsent(connections, _ -> new ArrayList<>()).add(new Seen(load, cpu));
    }

    String name() {
        return name;
    }

    long failed() {
        return failed;
    }

    double residentMegabytes() {
        return residentMegabytes;
    }

    double perSecond(int connections) {
        return median(connections, it -> it.load().perSecond());
    }

    double p50Millis(int connections) {
        return median(connections, it -> it.load().p50Millis());
    }

    double p99Millis(int connections) {
        return median(connections, it -> it.load().p99Millis());
    }

    double cpuPerTenThousand(int connections) {
        return median(connections, Seen::cpuPerTenThousand);
    }

    private double median(int connections, ToDoubleFunction<Seen> figure) {
        var sorted = seen.getOrDefault(connections, List.of()).stream()
                .mapToDouble(figure)
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }
}
