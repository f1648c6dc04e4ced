package io.tablecall.localstack;

import io.tablecall.localstack.demo.Demo;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Behind {@code ./tablecall}: starts everything on this machine, shows it at work, stops it all. */
public final class Tablecall {
    private final PrintStream out;
    private final Home home;
    private final Path state;
    private final Path clientSettings;

    private Tablecall(PrintStream out, Home home) {
        this.out = out;
        this.home = home;
        this.state = home.root().resolve(".tablecall");
        this.clientSettings = state.resolve("stack.env");
    }

    /** Exits 0 when all went as expected, 1 when not, 2 when the arguments make no sense. */
    public static void main(String[] words) {
        System.exit(run(Arguments.parse(List.of(words), System.getenv()), System.out));
    }

    private static int run(Arguments arguments, PrintStream out) {
        try {
            return switch (arguments) {
                case Arguments.Up up -> new Tablecall(out, Home.located()).up(up);
                case Arguments.Demo _ -> new Tablecall(out, Home.located()).demo();
                case Arguments.Help _ -> {
                    out.print(Arguments.USAGE);
                    yield 0;
                }
                case Arguments.Wrong(var why) -> {
                    out.println(why + "\n");
                    out.print(Arguments.USAGE);
                    yield 2;
                }
            };
        } catch (PartFailed e) {
            out.println();
            out.println(e.getMessage());
            return 1;
        }
    }

    private int up(Arguments.Up up) {
        var began = System.nanoTime();
        var lock = OnlyOne.in(state);
        var options = StackOptions.ofProject(home, "data", this::progress).withOutsideAsterisk(up.asterisk());
        try (var stack = start(options)) {
            out.printf("%nTablecall is up after %.1f s%n%n", (System.nanoTime() - began) / 1e9);
            printAddresses(stack);
            stack.trainInBackground();
            return waitForTheEnd(stack);
        } finally {
            lock.release();
        }
    }

    private int demo() {
        var lock = OnlyOne.in(state);
        var began = System.nanoTime();
        var options = StackOptions.ofProject(home, "demo", this::progress);
        try {
            Folders.delete(options.data());
        } catch (IOException e) {
            throw new PartFailed("the last demo's data could not be removed: " + e.getMessage(), e);
        }
        Demo.Result result;
        try (var stack = start(options)) {
            stack.whenLost(this::giveUp);
            out.println();
            result = new Demo(stack, out, began).run();
            stack.train(() -> out.println("\nWriting start-up caches, once for this build: the next start is faster"));
        } finally {
            lock.release();
        }
        out.println(result.json());
        return result.allAsExpected() ? 0 : 1;
    }

    private Stack start(StackOptions options) {
        out.println("Starting Tablecall, logs are in " + options.logs());
        var stack = Stack.start(options);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ClientSettings.remove(clientSettings), "settings go"));
        Reaper.clear(clientSettings);
        stack.clientSettings().write(clientSettings);
        return stack;
    }

    private void progress(String line) {
        out.println("  " + line);
    }

    private void giveUp(String obituary) {
        out.println();
        out.println(obituary);
        out.println("Stopping everything.");
        Runtime.getRuntime().exit(1);
    }

    private static int waitForTheEnd(Stack stack) {
        var end = new CompletableFuture<String>();
        stack.whenLost(end::complete);
        throw new PartFailed(end.join() + "\nStopping everything.");
    }

    private void printAddresses(Stack stack) {
        var known = stack.clientSettings().variables();
        out.printf("  dashboard        %s/%n", stack.url(App.ANALYTICS));
        for (var app : App.services()) {
            out.printf("  %-16s %s/docs%n", app.label(), stack.url(app));
        }
        out.printf("  simulator        %s/simulator/calls%n", stack.url(App.SIMULATOR));
        out.printf("  Kafka            %s%n", known.get("BOOTSTRAP_SERVERS"));
        out.printf("  schema registry  %s%n", known.get("SCHEMA_REGISTRY_URL"));
        out.printf("  mail sink        %s%n", known.get("SMTP_URL"));
        out.printf("%n  For clients: source %s%n  Ctrl-C stops everything.%n", clientSettings);
    }
}
