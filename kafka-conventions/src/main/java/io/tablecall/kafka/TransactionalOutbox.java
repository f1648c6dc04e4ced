package io.tablecall.kafka;

import org.apache.avro.specific.SpecificRecord;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/** Keeps the finished bytes in table {@code outbox}, so that a refused schema fails the transaction, not the relay. */
final class TransactionalOutbox implements Outbox {

    private final DatabaseClient database;
    private final AvroSerializer serializer;
    private final OutboxSignal signal;

    TransactionalOutbox(DatabaseClient database, AvroSerializer serializer, OutboxSignal signal) {
        this.database = database;
        this.serializer = serializer;
        this.signal = signal;
    }

    @Override
    public Mono<Void> append(String topic, String key, SpecificRecord value) {
        return Mono.fromSupplier(() -> serializer.serialize(topic, value))
                .flatMap(bytes -> insert(topic, key, bytes))
                .then(ringAfterCommit());
    }

    private Mono<Void> insert(String topic, String key, byte[] bytes) {
        return database.sql("INSERT INTO outbox (topic, record_key, value) VALUES (:topic, :key, :value)")
                .bind("topic", topic)
                .bind("key", key)
                .bind("value", bytes)
                .then();
    }

    private Mono<Void> ringAfterCommit() {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(transaction -> {
                    if (transaction.isSynchronizationActive()) {
                        transaction.registerSynchronization(new Ring());
                    } else {
                        signal.ring();
                    }
                })
                .then()
                .onErrorResume(NoTransactionException.class, _ -> Mono.fromRunnable(signal::ring));
    }

    private final class Ring implements TransactionSynchronization {
        @Override
        public Mono<Void> afterCommit() {
            return Mono.fromRunnable(signal::ring);
        }
    }
}
