package io.tablecall.endtoend.bench;

import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A status webhook of a known call until both its records are acknowledged, beside what could be had at best. */
public final class IngestBenchmark {
    private static final List<Integer> CONNECTIONS = List.of(8, 64, 256);
    private static final int ROUNDS = 3;
    private static final int CALLS = 2_000;
    private static final int PARTITIONS = 6;
    private static final int PLAIN_RECORDS = 400_000;
    private static final int RECORDS_PER_WEBHOOK = 2;

    private final PrintStream out;

    public IngestBenchmark(PrintStream out) {
        this.out = out;
    }

    /** 0 when every request was answered well. */
    public int run() throws Exception {
        out.println(Machine.described());
        try (var bed = IngestAlone.start()) {
            var records = new Records(bed.registryUrl());
            var sessions = new KnownCalls(bed.infrastructure().bootstrapServers(), records).make(CALLS);
            createFloorTopics(bed.infrastructure().bootstrapServers());
            try (var floor = startFloor(bed)) {
                return compare(bed, floor.process, floor.port, sessions, records);
            }
        }
    }

    private int compare(IngestAlone bed, OwnProcess floorProcess, int floorPort, List<String> sessions, Records records)
            throws Exception {
        var status = Webhooks.status(bed.token(), sessions);
        var ingest = new Contestant("ingest, acknowledged", bed.pid(), bed.port(), status);
        var floor = new Contestant("bare Netty, acknowledged", floorProcess.pid(), floorPort, status);
        var memory = new Contestant(
                "ingest, without Kafka", bed.pid(), bed.port(), Webhooks.redeliveries(bed.token(), sessions));
        var contestants = List.of(ingest, floor, memory);
        for (var contestant : contestants) {
            contestant.warmUp(8);
            contestant.warmUp(64);
        }
        out.printf("%d rounds, one contestant after another, medians%n%n", ROUNDS);
        for (int round = 0; round < ROUNDS; round++) {
            for (int connections : CONNECTIONS) {
                for (var contestant : contestants) {
                    contestant.measure(connections);
                }
            }
        }
        int size = recordSize(records);
        double plain = ProducerFloor.recordsPerSecond(
                bed.infrastructure().bootstrapServers(),
                size,
                PLAIN_RECORDS,
                bed.folder().resolve("producer.log"));
        print(contestants, ingest, floor, memory, plain / RECORDS_PER_WEBHOOK, size);
        out.println(json(ingest, floor));
        return contestants.stream().mapToLong(Contestant::failed).sum() == 0 ? 0 : 1;
    }

    private record Floor(OwnProcess process, int port) implements AutoCloseable {
        @Override
        public void close() {
            process.close();
        }
    }

    private static Floor startFloor(IngestAlone bed) throws Exception {
        int port = OwnProcess.freePort();
        var command = Programs.ownClass(
                NettyFloor.class, Integer.toString(port), bed.infrastructure().bootstrapServers(), bed.registryUrl());
        var environment = Map.of("WEBHOOK_AUTH_TOKEN", bed.token());
        var process = OwnProcess.start(command, environment, bed.folder().resolve("floor.log"));
        return new Floor(process.awaitReady(URI.create("http://127.0.0.1:" + port + "/")), port);
    }

    private static void createFloorTopics(String bootstrapServers) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(
                            new NewTopic(NettyFloor.RAW_TOPIC, PARTITIONS, (short) 1),
                            new NewTopic(NettyFloor.FACT_TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static int recordSize(Records records) {
        var id = Webhooks.session(1);
        var now = Clock.systemUTC().instant();
        var body = Webhooks.statusBody().getBytes(StandardCharsets.UTF_8);
        return (records.raw(id, id, id, now, body).length + records.answered(id, id, id, now).length)
                / RECORDS_PER_WEBHOOK;
    }

    private void print(
            List<Contestant> all, Contestant ingest, Contestant floor, Contestant memory, double plain, int size) {
        out.println("connections                             8          64         256");
        for (var contestant : all) {
            out.printf(
                    "%s: %d failed, %.0f MB%n", contestant.name(), contestant.failed(), contestant.residentMegabytes());
            row("  requests/s", contestant::perSecond);
            row("  p50 ms", contestant::p50Millis);
            row("  p99 ms", contestant::p99Millis);
            row("  CPU s per 10 000", contestant::cpuPerTenThousand);
        }
        out.printf("kafka-producer-perf-test, %d bytes: %.0f webhooks' worth of records/s%n", size, plain);
        out.println("ingest as a part of");
        row("  bare Netty", it -> ingest.perSecond(it) / floor.perSecond(it));
        row("  itself without Kafka", it -> ingest.perSecond(it) / memory.perSecond(it));
        row("  kafka-producer-perf-test", it -> ingest.perSecond(it) / plain);
    }

    private interface Figure {
        double at(int connections);
    }

    private void row(String name, Figure figure) {
        var cells = CONNECTIONS.stream().map(it -> cell(figure.at(it))).collect(Collectors.joining());
        out.printf("%-29s%s%n", name, cells);
    }

    private static String cell(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%12.0f" : "%12.2f", value);
    }

    private static String json(Contestant ingest, Contestant floor) {
        var connections = CONNECTIONS.stream()
                .map(it -> String.format(
                        Locale.ROOT,
                        "\"%d\":{\"rps\":%.0f,\"p99Ms\":%.2f,\"floorRatio\":%.2f}",
                        it,
                        ingest.perSecond(it),
                        ingest.p99Millis(it),
                        ingest.perSecond(it) / floor.perSecond(it)))
                .collect(Collectors.joining(","));
        return String.format(
                Locale.ROOT,
                "{\"bench\":\"ingest\",\"connections\":{%s},\"rssMb\":%.0f}",
                connections,
                ingest.residentMegabytes());
    }
}
