package io.tablecall.ingest.parking;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.tablecall.ingest.IngestProperties;
import io.tablecall.ingest.parking.ParkedTable.Row;
import io.tablecall.ingest.publish.Quarantine;
import io.tablecall.ingest.session.CallSessions;
import io.tablecall.ingest.session.SessionBound;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Hands parked webhooks to their provider once their call is known, and quarantines those nobody ever knew. Adoption may
 * happen twice, here and on another replica; the facts carry the same ids both times.
 */
@Component
class Adoption {

    private static final Logger log = LoggerFactory.getLogger(Adoption.class);

    private final ParkedTable table;
    private final CallSessions sessions;
    private final Quarantine quarantine;
    private final InstantSource clock;
    private final Duration patience;
    private final Map<String, Latecomers> latecomers;

    Adoption(
            ParkedTable table,
            CallSessions sessions,
            Quarantine quarantine,
            InstantSource clock,
            IngestProperties properties,
            List<Latecomers> latecomers) {
        this.table = table;
        this.sessions = sessions;
        this.quarantine = quarantine;
        this.clock = clock;
        this.patience = properties.quarantineAfter();
        this.latecomers = latecomers.stream().collect(toUnmodifiableMap(Latecomers::provider, Function.identity()));
    }

    @EventListener
    void on(SessionBound bound) {
        var session = bound.session();
        var providerCallId = session.providerCallId();
        if (providerCallId != null) {
            adopt(table.about(session.request().provider(), providerCallId)).subscribe(_ -> {}, Adoption::later);
        }
    }

    /** For what was parked just after its call became known, or whose call became known elsewhere or before a restart. */
    @Scheduled(fixedDelay = 500)
    Mono<Void> adoptRecognised() {
        return adopt(table.recognised()).onErrorResume(failure -> Mono.fromRunnable(() -> later(failure)));
    }

    /** Deferred, as the scheduler asks for the publisher once and subscribes to it again and again. */
    @Scheduled(fixedDelay = 2_000)
    Mono<Void> quarantineForgotten() {
        return Flux.defer(() -> table.olderThan(clock.instant().minus(patience)))
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(this::putAside)
                .then()
                .onErrorResume(failure -> Mono.fromRunnable(() -> later(failure)));
    }

    private Mono<Void> putAside(Row row) {
        return quarantine
                .put(row.webhook().raw(), "unknown session")
                .then(table.remove(List.of(row.id())))
                .doOnSuccess(_ -> log.atWarn()
                        .addKeyValue("provider", row.webhook().provider())
                        .addKeyValue("kind", row.webhook().kind())
                        .log("webhook of an unknown call quarantined"));
    }

    private Mono<Void> adopt(Flux<Row> rows) {
        return rows.collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(row -> adopt(row).then(table.remove(List.of(row.id()))))
                .then();
    }

    private Mono<Void> adopt(Row row) {
        var webhook = row.webhook();
        var provider = latecomers.get(webhook.provider());
        return provider == null
                ? Mono.empty()
                : sessions.byProviderCall(webhook.provider(), webhook.providerCallId())
                        .flatMap(session -> provider.adopt(session, webhook));
    }

    private static void later(Throwable failure) {
        log.atWarn().setCause(failure).log("parked webhooks stay for now");
    }
}
