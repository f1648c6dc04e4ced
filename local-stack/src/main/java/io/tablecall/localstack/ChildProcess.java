package io.tablecall.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One operating-system process with a log file of its own; it never outlives this JVM. */
final class ChildProcess implements Part {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final int LAST_LINES = 15;
    private static final int LINE = 400;
    private static final List<String> INHERITED = List.of("PATH", "HOME", "LANG", "TMPDIR", "USER");

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private final BooleanSupplier ready;
    private final Runnable whenReady;
    private final AtomicBoolean wanted = new AtomicBoolean();
    private volatile String stopSignal = "TERM";
    private volatile Consumer<String> whenLost = _ -> {};
    private volatile @Nullable Process process;

    ChildProcess(String name, List<String> command, Map<String, String> environment, Path log, BooleanSupplier ready) {
        this(name, command, environment, log, ready, () -> {});
    }

    /** @param whenReady is run after each start, before anybody hears that the part answers */
    ChildProcess(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path log,
            BooleanSupplier ready,
            Runnable whenReady) {
        this.name = name;
        this.command = new ArrayList<>(Tools.inItsOwnSession());
        this.command.addAll(command);
        this.environment = environment;
        this.log = log;
        this.ready = ready;
        this.whenReady = whenReady;
    }

    /** Asks it to end by another signal than TERM. */
    ChildProcess stoppedBy(String signal) {
        stopSignal = signal;
        return this;
    }

    /** Says who is told, with the end of the log, when the process ends unasked after it had answered. */
    void whenLost(Consumer<String> listener) {
        whenLost = listener;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public synchronized void start() {
        if (isAlive()) {
            return;
        }
        var started = spawn();
        process = started;
        Reaper.watch(started);
        awaitReady(started);
        whenReady.run();
        wanted.set(true);
        var _ = started.onExit().thenRun(() -> {
            if (wanted.getAndSet(false)) {
                whenLost.accept(name + " ended with exit code " + started.exitValue() + " " + lastWords());
            }
        });
    }

    private Process spawn() {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            var builder = new ProcessBuilder(command)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().keySet().retainAll(INHERITED);
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException e) {
            throw new PartFailed(name + " could not be started: " + e.getMessage(), e);
        }
    }

    private void awaitReady(Process started) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!ready.getAsBoolean()) {
                if (started.waitFor(50, TimeUnit.MILLISECONDS)) {
                    throw new PartFailed(name + " ended with exit code " + started.exitValue() + " " + lastWords());
                }
                if (System.nanoTime() > deadline) {
                    kill();
                    throw new PartFailed(name + " was not ready after " + PATIENCE.toSeconds() + " s " + lastWords());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
            throw new PartFailed(name + " was interrupted while starting", e);
        }
    }

    /** The end of its log, as a sentence's second half. */
    private String lastWords() {
        try {
            var lines = Files.readAllLines(log);
            return "(" + log + ")\n"
                    + lines.stream()
                            .skip(Math.max(0, lines.size() - LAST_LINES))
                            .map(line -> "    " + line.substring(0, Math.min(line.length(), LINE)))
                            .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            return "and left no log at " + log;
        }
    }

    @Override
    public void stop() {
        var running = process;
        if (running == null) {
            return;
        }
        wanted.set(false);
        resume();
        signal(stopSignal);
        if (!ended(running, GRACE)) {
            kill();
        }
    }

    @Override
    public void kill() {
        var running = process;
        wanted.set(false);
        if (running != null) {
            running.destroyForcibly();
            ended(running, GRACE);
        }
    }

    @Override
    public void pause() {
        signal("STOP");
    }

    @Override
    public void resume() {
        signal("CONT");
    }

    @Override
    public boolean isAlive() {
        var running = process;
        return running != null && running.isAlive();
    }

    /** The operating system's number for it, while it lives. */
    long pid() {
        var running = process;
        if (running == null) {
            throw new IllegalStateException(name + " was never started");
        }
        return running.pid();
    }

    private void signal(String signal) {
        if (isAlive()) {
            Tools.succeeds(List.of("kill", "-" + signal, Long.toString(pid())));
        }
    }

    private static boolean ended(Process running, Duration patience) {
        try {
            return running.waitFor(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
