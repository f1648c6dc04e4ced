package io.tablecall.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;
import org.apache.kafka.metadata.storage.Formatter;

/** What runs in the broker's process: formats an empty log folder, then becomes the broker. */
final class KafkaNode {

    private KafkaNode() {}

    public static void main(String[] arguments) throws Exception {
        var settings = read(Path.of(arguments[0]));
        new Formatter()
                .setClusterId("dGFibGVjYWxsLWxvY2FsLQ")
                .setNodeId(Integer.parseInt(settings.getProperty("node.id")))
                .setControllerListenerName(settings.getProperty("controller.listener.names"))
                .setMetadataLogDirectory(settings.getProperty("log.dirs"))
                .addDirectory(settings.getProperty("log.dirs"))
                .setIgnoreFormatted(true)
                .run();
        Kafka.main(arguments);
    }

    private static Properties read(Path file) throws IOException {
        var settings = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        }
        return settings;
    }
}
