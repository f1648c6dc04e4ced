package io.tablecall.ingest.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.tablecall.ingest.IngestProperties;
import io.tablecall.localstack.LocalInfrastructure;
import io.tablecall.schemas.call.CallEvent;
import io.tablecall.schemas.call.CallRefused;
import io.tablecall.schemas.call.CallRequested;
import io.tablecall.schemas.call.Provenance;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

class SessionTableTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2026-11-20T16:00:00Z");
    private static final DatabaseClient DATABASE = database();

    private final SessionTable table = new SessionTable(DATABASE, new JsonMapper());

    @Test
    void a_row_gives_back_what_was_saved() {
        var saved = call();

        table.save(List.of(saved)).block(PATIENCE);

        assertThat(known(saved)).containsExactly(saved);
    }

    @Test
    void writers_of_the_same_rows_never_block_each_other_for_good() {
        var rows = IntStream.range(0, 500).mapToObj(_ -> call()).toList();

        var writes = Flux.range(0, 40)
                .flatMap(turn -> table.save(turn % 2 == 0 ? rows : rows.reversed()), 2)
                .then()
                .toFuture();

        assertThat(writes).succeedsWithin(PATIENCE);
    }

    @Test
    void calls_that_ended_long_ago_are_forgotten_and_open_ones_are_not() {
        var over = new Saved(request(), Progress.NONE.endedAt(NOW.minus(Duration.ofDays(8))));
        var recent = new Saved(request(), Progress.NONE.endedAt(NOW.minus(Duration.ofDays(6))));
        var open = call();
        table.save(List.of(over, recent, open)).block(PATIENCE);

        table.purge(NOW.minus(Duration.ofDays(7))).block(PATIENCE);

        assertThat(known(over, recent, open)).containsExactlyInAnyOrder(recent, open);
    }

    @Test
    void a_refused_call_is_over() {
        var request = request();
        var behind = new WriteBehind(table);
        var properties =
                new IngestProperties(List.of("8x8"), "", Duration.ZERO, Duration.ZERO, Duration.ofMinutes(10), 100);
        var sessions = new SessionsInMemory(table, behind, InstantSource.fixed(NOW), properties, Duration.ofDays(7));
        var requested = new CallRequested(
                "+6591234567",
                null,
                request.flowId(),
                1,
                "en",
                request.variables(),
                request.zone().getId(),
                300);

        new SessionListener(sessions, table, _ -> {})
                .on(List.of(
                        event(request.callId(), requested),
                        event(request.callId(), new CallRefused("Allocation failed", "500", true))));

        assertThat(known(new Saved(request, Progress.NONE)))
                .containsExactly(new Saved(request, Progress.NONE.endedAt(NOW)));
    }

    private List<Saved> known(Saved... of) {
        var ids = Stream.of(of).map(saved -> saved.request().callId()).toList();
        return table.byCalls(ids).collectList().blockOptional(PATIENCE).orElseThrow();
    }

    private static Saved call() {
        return new Saved(request(), Progress.NONE);
    }

    private static CallRequest request() {
        return new CallRequest(
                UUID.randomUUID().toString(),
                "default",
                "r-1",
                1,
                1,
                "8x8",
                "reservation-confirmation",
                1,
                "en",
                Map.of("restaurantName", "Casa Lola"),
                ZoneId.of("Asia/Singapore"),
                NOW,
                Duration.ofMinutes(5));
    }

    private static CallEvent event(String callId, Object detail) {
        return new CallEvent(
                UUID.randomUUID().toString(),
                callId,
                "default",
                "r-1",
                1,
                1,
                "8x8",
                null,
                NOW,
                NOW,
                Provenance.ORIGINATION,
                detail);
    }

    private static DatabaseClient database() {
        var infrastructure = LocalInfrastructure.shared();
        infrastructure.createDatabaseRole("ingest");
        Flyway.configure()
                .dataSource("jdbc:" + infrastructure.databaseUrl(), "ingest", "ingest")
                .schemas("ingest")
                .createSchemas(true)
                .load()
                .migrate();
        var address = ConnectionFactoryOptions.parse("r2dbc:pool:" + infrastructure.databaseUrl() + "?schema=ingest");
        return DatabaseClient.create(ConnectionFactories.get(address.mutate()
                .option(ConnectionFactoryOptions.USER, "ingest")
                .option(ConnectionFactoryOptions.PASSWORD, "ingest")
                .build()));
    }
}
