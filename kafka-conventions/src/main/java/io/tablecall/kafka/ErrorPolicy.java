package io.tablecall.kafka;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.ExponentialBackOffWithMaxRetries;
import org.springframework.util.backoff.ExponentialBackOff;

/** Retry what may heal, park on {@code <topic>-dlt} what will not, and wait out whoever is away. */
@Configuration(proxyBeanMethods = false)
class ErrorPolicy {

    @Bean
    @ConditionalOnMissingBean(CommonErrorHandler.class)
    DefaultErrorHandler kafkaErrorHandler(
            @Qualifier("bytes") KafkaTemplate<byte[], byte[]> kafka, KafkaConventionsProperties properties) {
        var retry = properties.retry();
        var patience = new ExponentialBackOff(retry.first().toMillis(), retry.multiplier());
        patience.setMaxInterval(retry.longest().toMillis());

        var handler = new DefaultErrorHandler(new DeadLetters(kafka, retry.longest()), limited(retry));
        handler.setBackOffFunction((_, failure) -> Outage.explains(failure) ? patience : null);
        handler.addNotRetryableExceptions(UnreadableRecord.class);
        return handler;
    }

    @Bean
    @ConditionalOnMissingBean(ContainerCustomizer.class)
    ContainerCustomizer<Object, Object, ConcurrentMessageListenerContainer<Object, Object>> oneByOneInBatches() {
        return container -> container.getContainerProperties().setAdviceChain(new OneByOne());
    }

    private static ExponentialBackOffWithMaxRetries limited(KafkaConventionsProperties.Retry retry) {
        var limited = new ExponentialBackOffWithMaxRetries(retry.attempts());
        limited.setInitialInterval(retry.first().toMillis());
        limited.setMultiplier(retry.multiplier());
        limited.setMaxInterval(retry.longest().toMillis());
        return limited;
    }
}
