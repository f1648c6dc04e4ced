package io.tablecall.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All of Tablecall on this machine: infrastructure, simulated providers, mail sink and the four services. */
public final class Stack implements AutoCloseable {
    private final StackOptions options;
    private final Home home;
    private final Secrets secrets;
    private final Addresses addresses;
    private final AppEnvironment environment;
    private final Map<App, BootJar> jars = new ConcurrentHashMap<>();
    private final Map<App, ChildProcess> apps = new ConcurrentHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Consumer<String> whenLost = _ -> {};
    private volatile @Nullable LocalInfrastructure infrastructure;
    private volatile @Nullable MailSink mail;

    private Stack(StackOptions options) {
        this.options = options;
        home = Home.located();
        secrets = Secrets.in(options.data());
        addresses = Addresses.chosen(options.usualPorts(), options.news());
        environment = new AppEnvironment(options, addresses, secrets);
    }

    /** Returns once every part answers; whatever fails or ends the JVM, nothing of it stays behind. */
    public static Stack start(StackOptions options) {
        try {
            Files.createDirectories(options.logs());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var stack = new Stack(options);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stack stops"));
        try {
            stack.startAll();
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    private void startAll() {
        mail = MailSink.start(addresses.smtp());
        Parallel.run(
                this::close,
                List.of(
                        this::startInfrastructure,
                        () -> begin(App.SIMULATOR),
                        () -> App.services().forEach(this::unpack)));
        Parallel.run(
                this::close,
                App.services().stream().<Runnable>map(app -> () -> begin(app)).toList());
    }

    private void startInfrastructure() {
        var started = LocalInfrastructure.start(
                new LocalInfrastructure.Places(options.data(), options.logs()),
                addresses,
                secrets.of("database-superuser-password"),
                this::tell);
        started.parts().forEach(part -> part.whenLost(this::lost));
        infrastructure = started;
        for (var app : App.services()) {
            started.postgres().createRole(app.label(), secrets.of("database-password-" + app.label()));
        }
        if (closed.get()) {
            started.close();
        }
    }

    private BootJar unpack(App app) {
        return jars.computeIfAbsent(
                app,
                it -> BootJar.extracted(home, it, home.root().resolve(".tablecall/apps"), options.log(it.label())));
    }

    private void begin(App app) {
        var health = URI.create(addresses.url(app) + "/actuator/health" + (app == App.SIMULATOR ? "" : "/readiness"));
        var process = new ChildProcess(
                app.label(),
                unpack(app).command(),
                environment.of(app),
                options.log(app.label()),
                () -> Probes.isOk(health),
                () -> {
                    if (app == App.SIMULATOR) {
                        simulator().registerWebhooks(addresses.url(App.INGEST), secrets.of("webhook-auth-token"));
                    }
                });
        process.whenLost(this::lost);
        apps.put(app, process);
        if (!closed.get()) {
            ((StartListener) this::tell).timing(process);
        }
    }

    private void tell(Part part, Duration took) {
        options.news().accept("%-16s %5.1f s".formatted(part.name(), took.toMillis() / 1000.0));
    }

    private void lost(String obituary) {
        if (!closed.get()) {
            whenLost.accept(obituary);
        }
    }

    /** Says who is told when a part ends that nobody asked to end. */
    public void whenLost(Consumer<String> listener) {
        whenLost = listener;
    }

    /** Where a service or the simulator listens. */
    public URI url(App app) {
        return addresses.url(app);
    }

    /** The process of a service or of the simulator. */
    public Part part(App app) {
        var process = apps.get(app);
        if (process == null) {
            throw new IllegalStateException(app.label() + " was not started");
        }
        return process;
    }

    public LocalInfrastructure infrastructure() {
        var started = infrastructure;
        if (started == null) {
            throw new IllegalStateException("the infrastructure was not started");
        }
        return started;
    }

    public MailSink mail() {
        var started = mail;
        if (started == null) {
            throw new IllegalStateException("the mail sink was not started");
        }
        return started;
    }

    public Simulator simulator() {
        return environment.simulatorAt(addresses.url(App.SIMULATOR));
    }

    /** All that a client of the running stack needs to know. */
    public ClientSettings clientSettings() {
        return ClientSettings.of(addresses, secrets);
    }

    /** Makes the AOT caches that are missing, at the lowest priority, until done or the stack ends. */
    void trainInBackground() {
        Thread.ofPlatform().daemon().name("aot training").start(this::train);
    }

    /** Stops the services and makes the AOT caches that are missing; tells so first when there are any. */
    void train(Runnable announce) {
        if (jars.values().stream().allMatch(BootJar::trained)) {
            return;
        }
        announce.run();
        whenLost = _ -> {};
        Parallel.run(
                () -> {},
                apps.values().stream().<Runnable>map(part -> part::stop).toList());
        train();
    }

    private void train() {
        for (var app : new ArrayList<>(jars.keySet())) {
            if (!closed.get()) {
                AotTraining.train(unpack(app), environment.of(app), options.log(app.label() + "-aot"));
            }
        }
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        Parallel.run(
                () -> {},
                apps.values().stream().<Runnable>map(part -> part::stop).toList());
        var started = infrastructure;
        if (started != null) {
            started.close();
        }
        var sink = mail;
        if (sink != null) {
            sink.close();
        }
    }
}
