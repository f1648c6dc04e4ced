package io.tablecall.endtoend.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** What a guest waits for the next prompt while status webhooks come in too: with the broker up, then killed. */
public final class AnswerBenchmark {
    private static final int QUESTIONS_PER_SECOND = 200;
    private static final int NEWS_PER_SECOND = 1_000;
    private static final int CONNECTIONS = 32;
    private static final Duration RAMP = Duration.ofSeconds(2);
    private static final Duration MEASURED = Duration.ofSeconds(10);
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private final PrintStream out;

    public AnswerBenchmark(PrintStream out) {
        this.out = out;
    }

    /** 0 when every guest heard a prompt and every status webhook was taken. */
    public int run() throws Exception {
        out.println(Machine.described());
        out.printf(
                "%d questions/s of guests in a menu beside %d status webhooks/s, %d connections each%n",
                QUESTIONS_PER_SECOND, NEWS_PER_SECOND, CONNECTIONS);
        try (var bed = IngestAlone.start()) {
            var calls = new KnownCalls(bed.infrastructure().bootstrapServers(), new Records(bed.registryUrl()));
            measure(bed, calls.make(guestsFor(WARM_UP)), Duration.ZERO, WARM_UP);
            var guests = guestsFor(RAMP.plus(MEASURED));
            var first = calls.make(guests);
            var second = calls.make(guests);
            var up = measure(bed, first, RAMP, MEASURED);
            bed.infrastructure().kafka().process().kill();
            var down = measure(bed, second, RAMP, MEASURED);
            out.println(
                    "                         p50 ms      p99 ms   answers/s      failed   status/s (p99 ms, failed)");
            print("broker up", up);
            print("broker killed", down);
            out.printf(
                    Locale.ROOT,
                    "{\"bench\":\"answer\",\"p99Ms\":%.2f,\"p99MsBrokerDown\":%.2f}%n",
                    up.answers().p99Millis(),
                    down.answers().p99Millis());
            return up.failed() + down.failed() == 0 ? 0 : 1;
        }
    }

    private record Both(Load answers, Load news) {
        long failed() {
            return answers.failed() + news.failed();
        }
    }

    /** Each guest asks once, so that all of them are in a menu that still listens. */
    private static int guestsFor(Duration time) {
        return Math.toIntExact(time.toSeconds() * QUESTIONS_PER_SECOND) + QUESTIONS_PER_SECOND;
    }

    private static Both measure(IngestAlone bed, List<String> guests, Duration ramp, Duration measured)
            throws IOException {
        var news = LoadGenerator.paced(bed.port(), Webhooks.status(bed.token(), guests), CONNECTIONS, NEWS_PER_SECOND);
        var background = CompletableFuture.supplyAsync(() -> {
            try {
                return news.run(ramp, measured);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        var answers = LoadGenerator.paced(
                        bed.port(), Webhooks.questions(bed.token(), guests), CONNECTIONS, QUESTIONS_PER_SECOND)
                .run(ramp, measured);
        return new Both(answers, background.join());
    }

    private void print(String when, Both seen) {
        var answers = seen.answers();
        out.printf(
                Locale.ROOT,
                "%-20s %10.2f  %10.2f  %10.0f  %10d   %.0f (%.0f, %s)%n",
                when,
                answers.p50Millis(),
                answers.p99Millis(),
                answers.perSecond(),
                answers.failed(),
                seen.news().perSecond(),
                seen.news().p99Millis(),
                seen.news().failures());
    }
}
