package io.tablecall.kafka;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.cloud.stream.binder.kafka.ListenerContainerWithDlqAndRetryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.CommonErrorHandler;

/** Gives Spring Cloud Stream's bindings the same retries and dead letters as every other listener. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(ListenerContainerWithDlqAndRetryCustomizer.class)
class StreamErrorPolicy {

    @Bean
    ListenerContainerWithDlqAndRetryCustomizer sameErrorPolicyInBindings(
            CommonErrorHandler errors, KafkaConventionsProperties properties) {
        return (container, _, _, _, _) -> {
            container.setCommonErrorHandler(errors);
            container.getContainerProperties().setAdviceChain(new OneByOne());
            container.getContainerProperties().setObservationEnabled(properties.observe());
        };
    }
}
