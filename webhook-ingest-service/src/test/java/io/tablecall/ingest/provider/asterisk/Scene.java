package io.tablecall.ingest.provider.asterisk;

import io.tablecall.ingest.provider.asterisk.line.Calls;
import io.tablecall.ingest.provider.asterisk.line.Desk;
import io.tablecall.ingest.provider.asterisk.line.Lanes;
import io.tablecall.ingest.provider.asterisk.line.LineTimings;
import io.tablecall.ingest.provider.asterisk.line.LiveCall;
import io.tablecall.ingest.provider.asterisk.line.Prompt;
import io.tablecall.ingest.provider.asterisk.line.Prompts;
import io.tablecall.ingest.provider.asterisk.line.Switchboard;
import io.tablecall.ingest.provider.asterisk.link.AriAddress;
import io.tablecall.ingest.provider.asterisk.link.AriLink;
import io.tablecall.ingest.provider.asterisk.link.AriRest;
import io.tablecall.ingest.provider.asterisk.link.LinkState.Phase;
import io.tablecall.ingest.provider.asterisk.link.LinkTimings;
import io.tablecall.ingest.provider.asterisk.link.Ownership;
import io.tablecall.speech.Utterance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A scripted Asterisk and our whole side of the line, without Kafka, database and speech. */
public final class Scene implements AutoCloseable {
    public static final Instant LONG_AGO = Instant.parse("2026-11-20T16:00:00Z");
    private static final Duration NEVER = Duration.ofMinutes(10);
    private static final Duration SOON = Duration.ofMillis(20);

    public final ScriptedAsterisk asterisk = new ScriptedAsterisk();
    public final FakeOwnership ownership = new FakeOwnership();
    private final Map<String, LiveCall> calls = new ConcurrentHashMap<>();
    private final Lanes lanes = new Lanes(2);
    public final AriLink link;

    public Scene() {
        this("aripass", NEVER, Duration.ofSeconds(5));
    }

    public Scene(String password, Duration deadAfter, Duration promptMargin) {
        var address = new AriAddress(asterisk.url(), "ariuser", password, ScriptedAsterisk.APP);
        var rest = new AriRest(address, Duration.ofSeconds(5));
        var line = new LineTimings(
                Duration.ofMillis(300),
                SOON,
                Duration.ofMillis(200),
                promptMargin,
                SOON,
                SOON,
                Duration.ofSeconds(45),
                SOON,
                NEVER);
        var desk = new Desk(new KnownCalls(), rest, new PlainPrompts(), line, Clock.systemUTC(), ScriptedAsterisk.APP);
        var timings = new LinkTimings(
                Duration.ofSeconds(5), SOON, deadAfter, SOON, SOON, SOON, SOON, NEVER, Duration.ofSeconds(10));
        link = new AriLink(address, rest, ownership, new Switchboard(lanes, desk), timings, 1 << 20, Clock.systemUTC());
    }

    public Scene live() {
        link.start();
        await(Phase.LIVE);
        return this;
    }

    public void await(Phase phase) {
        Awaitility.await().until(() -> link.state().phase() == phase);
    }

    public ScriptedCall call(String callId) {
        return call(callId, LONG_AGO, NEVER);
    }

    public ScriptedCall call(String callId, Instant requestedAt, Duration menuTimeout) {
        var call = new ScriptedCall(callId, requestedAt, menuTimeout);
        calls.put(callId, call);
        return call;
    }

    @Override
    public void close() {
        link.stop();
        lanes.close();
        asterisk.close();
    }

    private final class KnownCalls implements Calls {
        @Override
        public Mono<LiveCall> find(String callId) {
            return Mono.justOrEmpty(calls.get(callId));
        }

        @Override
        public Flux<LiveCall> open() {
            return Flux.fromIterable(calls.values());
        }
    }

    private static final class PlainPrompts implements Prompts {
        @Override
        public Mono<Prompt> prepare(Utterance utterance) {
            return Mono.just(new Prompt("sound:" + utterance.text(), Duration.ZERO));
        }

        @Override
        public void foresee(List<Utterance> utterances) {}
    }

    /** Ownership that is taken away when the test says so. */
    public static final class FakeOwnership implements Ownership {
        public final AtomicInteger released = new AtomicInteger();
        public final AtomicInteger failures = new AtomicInteger();
        public volatile boolean free = true;
        private volatile CompletableFuture<Void> lost = new CompletableFuture<>();

        @Override
        public boolean take() {
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0)
                throw new IllegalStateException("no lock today");
            if (free) lost = new CompletableFuture<>();
            return free;
        }

        @Override
        public CompletableFuture<Void> lost() {
            return lost;
        }

        public void lose() {
            free = false;
            lost.complete(null);
        }

        @Override
        public void release() {
            released.incrementAndGet();
            lost.complete(null);
        }
    }
}
