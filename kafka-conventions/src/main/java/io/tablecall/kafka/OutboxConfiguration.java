package io.tablecall.kafka;

import io.r2dbc.spi.ConnectionFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.r2dbc.ConnectionFactoryBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.r2dbc.core.DatabaseClient;

/** The outbox of a service whose schema has the table. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("tablecall.kafka.outbox.enabled")
class OutboxConfiguration {

    @Bean
    OutboxSignal outboxSignal() {
        return new OutboxSignal();
    }

    @Bean
    Outbox outbox(DatabaseClient database, AvroSerializer serializer, OutboxSignal signal) {
        return new TransactionalOutbox(database, serializer, signal);
    }

    /** Connects past the pool: the lead must end with the connection, and a pool would keep it open. */
    @Bean
    OutboxRelay outboxRelay(
            ConnectionFactory connections,
            @Qualifier("bytes") KafkaTemplate<byte[], byte[]> kafka,
            OutboxSignal signal,
            KafkaConventionsProperties properties) {
        return new OutboxRelay(
                ConnectionFactoryBuilder.derivedFrom(connections).build(),
                new OutboxDelivery(kafka),
                signal,
                properties.outbox());
    }
}
