package io.tablecall.simulator.asterisk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tablecall.simulator.asterisk.AriEvent.ApplicationReplaced;
import io.tablecall.simulator.asterisk.EventSocket.Frame;
import io.tablecall.simulator.control.Fault;
import io.tablecall.simulator.control.Faults;
import io.tablecall.simulator.control.Provider;
import io.tablecall.simulator.control.SocketDropper;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Who listens to Asterisk's events. What happens while nobody does is lost. */
@Component
class Applications implements SocketDropper {

    static final String ASTERISK_ID = "02:fc:00:00:00:01";
    private static final Duration LATE = Duration.ofSeconds(3);
    private static final Set<String> NOISE =
            Set.of("ChannelVarset", "ChannelDialplan", "DeviceStateChanged", "ChannelCallerId", "ChannelConnectedLine");

    private final Map<String, Application> registered = new LinkedHashMap<>();
    private final JsonMapper json;
    private final Faults faults;
    private final InstantSource clock;
    private @Nullable Letter heldBack;

    Applications(JsonMapper json, Faults faults, InstantSource clock) {
        this.json = json.rebuild()
                .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.NON_NULL))
                .build();
        this.faults = faults;
        this.clock = clock;
    }

    private record Letter(String type, ObjectNode content, Predicate<Application> to) {}

    /** The newest client owns the application; the one before is told so, and hears nothing more. */
    synchronized void attach(String name, EventSocket socket, boolean subscribeAll) {
        var before = registered.remove(name);
        registered.put(name, new Application(name, socket, subscribeAll, Application.Filter.NONE));
        if (before != null) {
            deliver(before, letter(new ApplicationReplaced(), _ -> true), Duration.ZERO);
        }
    }

    synchronized void detach(EventSocket socket) {
        registered.values().removeIf(each -> each.socket() == socket);
    }

    synchronized Optional<Application> find(String name) {
        return Optional.ofNullable(registered.get(name));
    }

    synchronized Optional<Application> newest() {
        return registered.values().stream().reduce((_, later) -> later);
    }

    synchronized List<Application> all() {
        return List.copyOf(registered.values());
    }

    synchronized Optional<Application> filter(String name, Application.Filter by) {
        return Optional.ofNullable(registered.computeIfPresent(name, (_, app) -> app.filtering(by)));
    }

    @Override
    public void dropAll() {
        all().forEach(each -> each.socket().cut());
    }

    /** To all who subscribed to everything or to this channel. */
    synchronized void publish(AriEvent event, Set<String> subscribers) {
        var to = Set.copyOf(subscribers);
        send(letter(event, app -> app.subscribeAll() || to.contains(app.name())));
    }

    /** To the one application whose affair it is. */
    synchronized void publishTo(String name, AriEvent event) {
        send(letter(event, app -> app.name().equals(name)));
    }

    private void send(Letter letter) {
        if (strikes(Fault.DROP_SOCKET, letter)) {
            dropAll();
            return;
        }
        if (strikes(Fault.LOSE, letter)) return;
        if (heldBack == null && strikes(Fault.REORDER, letter)) {
            heldBack = letter;
            return;
        }
        var late = strikes(Fault.DELAY, letter) ? LATE : Duration.ZERO;
        spread(letter, late);
        if (strikes(Fault.DUPLICATE, letter)) spread(letter, late);
        var waiting = heldBack;
        if (waiting != null && !NOISE.contains(letter.type())) {
            heldBack = null;
            spread(waiting, Duration.ZERO);
        }
    }

    private boolean strikes(Fault fault, Letter letter) {
        return !NOISE.contains(letter.type()) && faults.strikes(fault, Provider.ASTERISK, letter.type());
    }

    private void spread(Letter letter, Duration late) {
        for (var app : new ArrayList<>(registered.values())) {
            if (letter.to().test(app) && app.wants(letter.type())) deliver(app, letter, late);
        }
    }

    private void deliver(Application app, Letter letter, Duration late) {
        letter.content().put("application", app.name());
        app.socket().send(new Frame(json.writeValueAsString(letter.content()), late));
    }

    private Letter letter(AriEvent event, Predicate<Application> to) {
        var type = event.getClass().getSimpleName();
        ObjectNode content = json.valueToTree(event);
        content.put("type", type).put("timestamp", AriTime.of(clock.instant())).put("asterisk_id", ASTERISK_ID);
        return new Letter(type, content, to);
    }
}
