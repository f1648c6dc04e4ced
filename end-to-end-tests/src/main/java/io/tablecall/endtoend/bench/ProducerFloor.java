package io.tablecall.endtoend.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** Kafka's own ProducerPerformance: how fast records of a size go in when nobody waits for each. */
final class ProducerFloor {
    private static final Pattern RESULT = Pattern.compile("([0-9.]+) records/sec");

    private ProducerFloor() {}

    /** Records per second with the settings of ingest's producer. */
    static double recordsPerSecond(String bootstrapServers, int recordSize, int records, Path log)
            throws IOException, InterruptedException {
        var command = Programs.kafkaTool(
                "org.apache.kafka.tools.ProducerPerformance",
                "--topic",
                NettyFloor.RAW_TOPIC,
                "--num-records",
                Integer.toString(records),
                "--record-size",
                Integer.toString(recordSize),
                "--throughput",
                "-1",
                "--producer-props",
                "bootstrap.servers=" + bootstrapServers,
                "acks=all",
                "enable.idempotence=true",
                "linger.ms=0");
        try (var tool = OwnProcess.start(command, Map.of(), log)) {
            tool.awaitEnd();
        }
        double last = 0;
        var results = RESULT.matcher(Files.readString(log));
        while (results.find()) {
            last = Double.parseDouble(results.group(1));
        }
        if (last == 0) {
            throw new IOException("ProducerPerformance said no result:\n" + Files.readString(log));
        }
        return last;
    }
}
