package io.tablecall.kafka;

import io.tablecall.schemas.Topic;
import io.tablecall.schemas.Topics;
import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Asks broker and registry what a sender would otherwise have to wait for. Tries once before anything is let in, then
 * in the background until both have answered; the service starts either way.
 */
final class WarmUp implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final KafkaTemplate<String, SpecificRecord> kafka;
    private final AvroSerializer serializer;
    private final List<Topic> topics;
    private volatile boolean warm;
    private volatile @Nullable Thread trying;

    WarmUp(KafkaTemplate<String, SpecificRecord> kafka, AvroSerializer serializer, @Nullable List<String> produced) {
        this.kafka = kafka;
        this.serializer = serializer;
        this.topics = Topics.sources().stream()
                .filter(topic -> produced == null || produced.contains(topic.name()))
                .toList();
    }

    /** Whether the first record can be sent without asking anybody first. */
    boolean isWarm() {
        return warm;
    }

    @Override
    public void start() {
        if (!attempt()) {
            trying = Thread.ofVirtual().name("kafka-warm-up").start(this::persist);
        }
    }

    private void persist() {
        try {
            do {
                Thread.sleep(PAUSE);
            } while (!attempt());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean attempt() {
        try {
            topics.forEach(topic -> {
                serializer.warmUp(topic.name(), topic.value());
                kafka.partitionsFor(topic.name());
            });
            warm = true;
        } catch (RuntimeException absent) {
            LOG.atWarn()
                    .addKeyValue("cause", absent.getClass().getName())
                    .log("broker or schema registry does not answer yet");
        }
        return warm;
    }

    @Override
    public void stop() {
        var running = trying;
        trying = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return warm || trying != null;
    }

    /** Before web and listeners. */
    @Override
    public int getPhase() {
        return 0;
    }
}
