package io.tablecall.kafka;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** The two ways to send a record, and the one to send bytes as they are. A producer is made when it is first used. */
@Configuration(proxyBeanMethods = false)
class Producers {

    @Bean
    ProducerSettings producerSettings(
            KafkaProperties kafka, KafkaConnectionDetails connection, KafkaConventionsProperties properties) {
        var configured = kafka.buildProducerProperties();
        configured.put(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                connection.getProducer().getBootstrapServers());
        return new ProducerSettings(configured, properties);
    }

    /** Shared by both templates and the outbox, so that a service asks the registry once. */
    @Bean
    AvroSerializer avroSerializer(ProducerSettings settings) {
        var serializer = new AvroSerializer();
        serializer.configure(settings.prompt(), false);
        return serializer;
    }

    @Bean
    @Primary
    DefaultKafkaProducerFactory<String, SpecificRecord> kafkaProducerFactory(
            ProducerSettings settings,
            AvroSerializer serializer,
            ObjectProvider<DefaultKafkaProducerFactoryCustomizer> customizers) {
        var factory = new DefaultKafkaProducerFactory<>(
                settings.prompt(), new StringSerializer(), serializer.unclosed(), false);
        customizers.orderedStream().forEach(customizer -> customizer.customize(factory));
        return factory;
    }

    @Bean
    @Qualifier("batching")
    DefaultKafkaProducerFactory<String, SpecificRecord> batchingKafkaProducerFactory(
            ProducerSettings settings,
            AvroSerializer serializer,
            ObjectProvider<DefaultKafkaProducerFactoryCustomizer> customizers) {
        var factory = new DefaultKafkaProducerFactory<>(
                settings.batching(), new StringSerializer(), serializer.unclosed(), false);
        customizers.orderedStream().forEach(customizer -> customizer.customize(factory));
        return factory;
    }

    @Bean
    @Qualifier("bytes")
    DefaultKafkaProducerFactory<byte[], byte[]> bytesKafkaProducerFactory(ProducerSettings settings) {
        return new DefaultKafkaProducerFactory<>(
                settings.relay(), new ByteArraySerializer(), new ByteArraySerializer(), false);
    }

    @Bean
    @Primary
    KafkaTemplate<String, SpecificRecord> kafkaTemplate(
            DefaultKafkaProducerFactory<String, SpecificRecord> factory, KafkaConventionsProperties properties) {
        var template = new KafkaTemplate<>(factory);
        template.setObservationEnabled(properties.observe());
        return template;
    }

    @Bean
    @Qualifier("batching")
    KafkaTemplate<String, SpecificRecord> batchingKafkaTemplate(
            @Qualifier("batching") DefaultKafkaProducerFactory<String, SpecificRecord> factory,
            KafkaConventionsProperties properties) {
        var template = new KafkaTemplate<>(factory);
        template.setObservationEnabled(properties.observe());
        return template;
    }

    @Bean
    @Qualifier("bytes")
    KafkaTemplate<byte[], byte[]> bytesKafkaTemplate(
            @Qualifier("bytes") DefaultKafkaProducerFactory<byte[], byte[]> factory) {
        return new KafkaTemplate<>(factory);
    }

    @Bean
    WarmUp kafkaWarmUp(
            KafkaTemplate<String, SpecificRecord> kafka,
            AvroSerializer serializer,
            KafkaConventionsProperties properties) {
        return new WarmUp(kafka, serializer, properties.produces());
    }
}
