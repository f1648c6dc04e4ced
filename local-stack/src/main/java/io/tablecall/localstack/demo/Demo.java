package io.tablecall.localstack.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.tablecall.localstack.Simulator;
import io.tablecall.localstack.Stack;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Sends sample reservations through a running stack and judges what comes out. */
public final class Demo {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration MAIL_PATIENCE = Duration.ofSeconds(5);
    private static final String ROW = "  %-8s  %-8s  %-28s  %5s  %3s  %-10s  %-10s  %s%n";

    private final Stack stack;
    private final PrintStream out;
    private final long began;
    private final List<SampleGuest> guests = SampleGuest.all();

    /** @param began reading of {@link System#nanoTime()} that seconds are counted from */
    public Demo(Stack stack, PrintStream out, long began) {
        this.stack = stack;
        this.out = out;
        this.began = began;
    }

    /** What the run comes down to. */
    public record Result(int reservations, int asExpected, double seconds) {
        public boolean allAsExpected() {
            return asExpected == reservations;
        }

        public String json() {
            return "{\"reservations\":%d,\"asExpected\":%d,\"seconds\":%s}"
                    .formatted(reservations, asExpected, String.format(Locale.ROOT, "%.1f", seconds));
        }
    }

    public Result run() {
        var infrastructure = stack.infrastructure();
        var wire = new AvroWire(infrastructure.registryUrl());
        var byId = guests.stream().collect(toMap(SampleGuest::reservationId, Function.identity()));
        out.printf("%d reservations are published on the topic%n%n", guests.size());
        try (var watch = new Watch(infrastructure.bootstrapServers(), wire, (id, words) -> show(byId, id, words))) {
            new Reservations(infrastructure.bootstrapServers(), wire)
                    .publish(guests, Clock.systemUTC().instant());
            watch.untilEnded(guests.size(), PATIENCE);
            var seconds = seconds();
            var right = report(watch);
            reportMail();
            return new Result(guests.size(), right, seconds);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void show(Map<String, SampleGuest> byId, String reservationId, String words) {
        var guest = byId.get(reservationId);
        if (guest != null) {
            out.printf(
                    Locale.ROOT,
                    "  %5.1f s  %s  %-8s  %s  %s%n",
                    seconds(),
                    reservationId,
                    guest.provider(),
                    guest.maskedPhone(),
                    words);
        }
    }

    private int report(Watch watch) {
        var rings = stack.simulator().rings().stream().collect(groupingBy(Simulator.Ring::number, counting()));
        out.println();
        out.printf(ROW, "id", "provider", "guest", "calls", "key", "outcome", "expected", "");
        var right = 0;
        for (var guest : guests) {
            var rung = rings.getOrDefault(guest.phone(), 0L).intValue();
            var key = watch.key(guest.reservationId()).orElse(SampleGuest.NO_KEY);
            var outcome = watch.outcome(guest.reservationId());
            var wrong = new ArrayList<String>();
            if (outcome.filter(it -> it.getOutcome() == guest.expected()).isEmpty()) {
                wrong.add("another outcome was expected");
            }
            if (rung != guest.rings()) {
                wrong.add(guest.rings() + " calls were expected");
            }
            if (!key.equals(guest.key())) {
                wrong.add("key " + guest.key() + " was expected");
            }
            right += wrong.isEmpty() ? 1 : 0;
            out.printf(
                    ROW,
                    guest.reservationId(),
                    guest.provider(),
                    guest.story(),
                    rung,
                    key,
                    outcome.map(it -> it.getOutcome().name()).orElse("none"),
                    guest.expected(),
                    wrong.isEmpty() ? "ok" : String.join(", ", wrong));
        }
        return right;
    }

    private void reportMail() {
        var taken = stack.mail().awaitMessages(guests.size(), MAIL_PATIENCE);
        out.printf("%n%d e-mails reached the restaurant's mail box%n", taken);
    }

    private double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }
}
