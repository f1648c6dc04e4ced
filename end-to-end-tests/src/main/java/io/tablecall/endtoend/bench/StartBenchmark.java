package io.tablecall.endtoend.bench;

import io.tablecall.localstack.App;
import io.tablecall.localstack.Stack;
import io.tablecall.localstack.StackOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Start of the whole stack and of each service: cold as after a build, warm as from the second time on. Everything the
 * stack unpacks goes to a folder of its own, so that a running stack is left alone.
 */
public final class StartBenchmark {
    private static final int ROUNDS = Integer.getInteger("tablecall.bench.rounds", 2);
    private static final List<App> SERVICES =
            Arrays.stream(App.values()).filter(app -> app != App.SIMULATOR).toList();

    private final PrintStream out;
    private final Map<App, List<double[]>> starts = new EnumMap<>(App.class);

    public StartBenchmark(PrintStream out) {
        this.out = out;
    }

    /** 0 when everything started, and from its cache where there was one. */
    public int run() throws Exception {
        out.println(Machine.described());
        var built = Programs.home();
        var home = Files.createTempDirectory("tablecall-bench-");
        try {
            linkTo(built, home);
            System.setProperty("tablecall.home", home.toString());
            return measure(home);
        } finally {
            Folder.delete(home);
        }
    }

    private int measure(Path home) throws Exception {
        double cold = coldStackThenServices(home);
        var warm = new ArrayList<Double>();
        boolean cached = true;
        for (int round = 0; round < ROUNDS; round++) {
            long began = System.nanoTime();
            try (var _ = Stack.start(StackOptions.throwAway())) {
                warm.add((System.nanoTime() - began) / 1e9);
                for (var app : SERVICES) {
                    cached &= Launch.ofChild(place(app)).usesCache();
                }
            }
        }
        out.printf(Locale.ROOT, "whole stack: cold %.1f s, warm %.1f s%n", cold, median(warm));
        if (!cached) {
            out.println("not every service used its AOT cache");
        }
        double ratio = median(
                SERVICES.stream().map(app -> median(app, 2) / median(app, 0)).toList());
        out.printf(
                Locale.ROOT,
                "{\"bench\":\"start\",\"warmSeconds\":%.1f,\"ratioToFatJar\":%.2f}%n",
                median(warm),
                ratio);
        return cached ? 0 : 1;
    }

    /** How long the first start took; the services are then started one by one, the rest of the stack being up. */
    private double coldStackThenServices(Path home) throws Exception {
        long began = System.nanoTime();
        try (var stack = Stack.start(StackOptions.throwAway())) {
            double seconds = (System.nanoTime() - began) / 1e9;
            out.println("                      fat jar s  unpacked s  AOT cache s   AOT / fat");
            for (var app : SERVICES) {
                var launch = Launch.ofChild(place(app));
                stack.part(app).stop();
                launch.train(home.resolve(app.label() + "-training.log"));
                var log = home.resolve(app.label() + ".log");
                var rounds = new ArrayList<double[]>();
                for (int round = 0; round < ROUNDS; round++) {
                    rounds.add(new double[] {
                        launch.fat(home).seconds(log),
                        launch.cold().seconds(log),
                        launch.warm().seconds(log)
                    });
                }
                starts.put(app, rounds);
                row(app.label(), median(app, 0), median(app, 1), median(app, 2));
            }
            return seconds;
        }
    }

    private static String place(App app) {
        return "/.tablecall/apps/" + app.label() + "-";
    }

    private static void linkTo(Path built, Path home) throws IOException {
        try (var entries = Files.newDirectoryStream(built)) {
            for (var entry : entries) {
                if (!entry.getFileName().toString().startsWith(".")) {
                    Files.createSymbolicLink(home.resolve(entry.getFileName()), entry);
                }
            }
        }
    }

    private double median(App app, int variant) {
        return median(starts.getOrDefault(app, List.of()).stream()
                .map(times -> times[variant])
                .toList());
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(Double.NaN);
    }

    private void row(String name, double fat, double cold, double warm) {
        out.printf(Locale.ROOT, "%-20s %10.1f  %10.1f  %11.1f  %10.2f%n", name, fat, cold, warm, warm / fat);
    }
}
