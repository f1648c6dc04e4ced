package io.tablecall.ingest;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What ingest must be told.
 *
 * @param adoptionPatience how long a question from the line waits for its call to become known
 * @param answerPatience how long the in-call answer waits for durability before it goes out without
 * @param quarantineAfter how long what was said about an unknown call is kept
 * @param sessionsInMemory how many conversations are held in memory; the rest stay in their table
 */
@ConfigurationProperties("tablecall.ingest")
public record IngestProperties(
        List<String> providers,
        @DefaultValue("") String webhookAuthToken,
        @DefaultValue("4s") Duration adoptionPatience,
        @DefaultValue("30ms") Duration answerPatience,
        @DefaultValue("10m") Duration quarantineAfter,
        @DefaultValue("50000") int sessionsInMemory) {

    public IngestProperties {
        providers = List.copyOf(providers);
    }

    @Override
    public String toString() {
        return "IngestProperties[providers=%s, webhookAuthToken=***]".formatted(providers);
    }
}
