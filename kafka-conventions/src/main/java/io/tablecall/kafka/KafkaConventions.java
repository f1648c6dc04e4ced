package io.tablecall.kafka;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Import;

/** What a service gets by depending on this module. */
@AutoConfiguration(before = KafkaAutoConfiguration.class)
@EnableConfigurationProperties({KafkaConventionsProperties.class, KafkaProperties.class})
@Import({Producers.class, ErrorPolicy.class, StreamErrorPolicy.class, WarmUpHealth.class, OutboxConfiguration.class})
public class KafkaConventions {}
