package io.tablecall.kafka;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.connection.SingleConnectionFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * The outbox as seen over one connection of the relay's own, which also holds the lead: a lock that ends with the
 * connection. Blocks; only the relay's thread calls it.
 */
final class OutboxRows implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Connection connection;
    private final DatabaseClient database;

    OutboxRows(ConnectionFactory connections) {
        this.connection = Objects.requireNonNull(
                Mono.from(connections.create()).cast(Connection.class).block(PATIENCE));
        this.database = DatabaseClient.create(new SingleConnectionFactory(connection, connections.getMetadata(), true));
    }

    /** Whether this connection now leads; per schema, so that each service has a leader of its own. */
    boolean lead() {
        return wait(
                database.sql("""
                SELECT pg_try_advisory_lock(hashtext('tablecall outbox'), hashtext(current_schema())) AS leads
                """).map(row -> row.get("leads", Boolean.class)).one());
    }

    List<Row> oldest(int limit) {
        return wait(database.sql("SELECT id, topic, record_key, value FROM outbox ORDER BY id LIMIT :limit")
                .bind("limit", limit)
                .map(row -> new Row(
                        Objects.requireNonNull(row.get("id", Long.class)),
                        Objects.requireNonNull(row.get("topic", String.class)),
                        Objects.requireNonNull(row.get("record_key", String.class)),
                        Objects.requireNonNull(row.get("value", byte[].class))))
                .all()
                .collectList());
    }

    void delete(List<Row> sent) {
        wait(database.sql("DELETE FROM outbox WHERE id = ANY(:ids)")
                .bind("ids", sent.stream().map(Row::id).toArray(Long[]::new))
                .fetch()
                .rowsUpdated());
    }

    @Override
    public void close() {
        Mono.from(connection.close()).block(PATIENCE);
    }

    private static <T> T wait(Mono<T> answer) {
        return Objects.requireNonNull(answer.block(PATIENCE));
    }

    @SuppressWarnings("ArrayRecordComponent") // read once from the database, handed once to the producer
    record Row(long id, String topic, String key, byte[] value) {}
}
