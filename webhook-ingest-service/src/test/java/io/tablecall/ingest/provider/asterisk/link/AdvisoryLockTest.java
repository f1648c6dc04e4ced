package io.tablecall.ingest.provider.asterisk.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.tablecall.localstack.LocalInfrastructure;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

class AdvisoryLockTest {
    private static final AtomicLong KEYS = new AtomicLong(7_000);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final ConnectionFactory DATABASE = database();

    private final long key = KEYS.incrementAndGet();
    private final AdvisoryLock first = new AdvisoryLock(DATABASE, key, Duration.ofMillis(50), PATIENCE);
    private final AdvisoryLock second = new AdvisoryLock(DATABASE, key, Duration.ofMillis(50), PATIENCE);

    private static ConnectionFactory database() {
        var infrastructure = LocalInfrastructure.shared();
        infrastructure.createDatabaseRole("ingest");
        var address = ConnectionFactoryOptions.parse("r2dbc:pool:" + infrastructure.databaseUrl());
        return ConnectionFactories.get(address.mutate()
                .option(ConnectionFactoryOptions.USER, "ingest")
                .option(ConnectionFactoryOptions.PASSWORD, "ingest")
                .build());
    }

    @AfterEach
    void release() {
        first.release();
        second.release();
    }

    @Test
    void one_of_two_owns_until_it_gives_up() {
        assertThat(first.take()).isTrue();
        assertThat(second.take()).isFalse();
        assertThat(first.take()).isTrue();

        first.release();

        assertThat(first.lost()).isDone();
        await().until(second::take);
        assertThat(first.take()).isFalse();
    }

    @Test
    void another_asterisk_may_have_another_owner() {
        var elsewhere = new AdvisoryLock(DATABASE, KEYS.incrementAndGet(), Duration.ofMillis(50), PATIENCE);
        assertThat(first.take()).isTrue();

        assertThat(elsewhere.take()).isTrue();
        elsewhere.release();
    }

    @Test
    void with_its_connection_goes_the_ownership_and_the_other_takes_over() {
        assertThat(first.take()).isTrue();

        cutTheConnectionThatHolds(key);

        await().untilAsserted(() -> assertThat(first.lost()).isDone());
        await().until(second::take);
    }

    @Test
    void the_key_tells_asterisks_and_applications_apart() {
        var here = new AriAddress(java.net.URI.create("http://a:8088"), "u", "p", "tablecall");

        assertThat(here.lockKey())
                .isEqualTo(new AriAddress(java.net.URI.create("http://a:8088/"), "v", "q", "tablecall").lockKey())
                .isNotEqualTo(new AriAddress(java.net.URI.create("http://b:8088"), "u", "p", "tablecall").lockKey())
                .isNotEqualTo(new AriAddress(java.net.URI.create("http://a:8088"), "u", "p", "other").lockKey());
        assertThat(here.toString()).doesNotContain("password=p");
    }

    private static void cutTheConnectionThatHolds(long key) {
        var cut = DatabaseClient.create(DATABASE)
                .sql(
                        "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid::bigint = :key")
                .bind("key", key)
                .fetch()
                .rowsUpdated();
        assertThat(cut.toFuture()).succeedsWithin(Duration.ofSeconds(10));
    }
}
