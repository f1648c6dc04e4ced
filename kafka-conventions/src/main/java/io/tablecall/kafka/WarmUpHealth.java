package io.tablecall.kafka;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says {@code kafka} is down until the service could send its first record. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(HealthIndicator.class)
class WarmUpHealth {

    @Bean
    HealthIndicator kafkaHealthIndicator(WarmUp warmUp) {
        return () -> (warmUp.isWarm() ? Health.up() : Health.down()).build();
    }
}
