package io.tablecall.analytics.kafka;

import io.tablecall.analytics.story.CallStoryProjection;
import io.tablecall.schemas.call.CallEvent;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hears call events, a poll at a time. Waits on purpose: two batches of one call must not run side by side. */
@Configuration(proxyBeanMethods = false)
class CallStoryListener {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Bean
    Consumer<List<CallEvent>> callStory(CallStoryProjection projection) {
        return heard ->
                projection.apply(heard.stream().map(CallFacts::from).toList()).block(PATIENCE);
    }
}
