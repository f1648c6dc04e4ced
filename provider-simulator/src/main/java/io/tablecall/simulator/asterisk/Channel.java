package io.tablecall.simulator.asterisk;

import io.tablecall.simulator.asterisk.AriEvent.ChannelVarset;
import io.tablecall.simulator.asterisk.ChannelView.Dialplan;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The facts of one channel, and who hears of them. Guarded by its {@link Call}. */
final class Channel {

    private static final Dialplan DIALLING = new Dialplan("from-sipp", "s", 1, "AppDial2", "(Outgoing Line)");

    private final Applications applications;
    private final String id;
    private final String name;
    private final String protocolId = UUID.randomUUID().toString();
    private final CallerId callerId;
    private final String created;
    private final Set<String> reported;
    private final Map<String, String> variables;
    private final Set<String> subscribers = new HashSet<>();
    private String state = "Down";
    private Dialplan dialplan = DIALLING;

    Channel(Applications applications, String id, int serial, OriginateRequest request, Instant now) {
        this.applications = applications;
        this.id = id;
        this.name = "PJSIP/%s-%08x".formatted(request.trunk(), serial);
        this.callerId = request.callerId();
        this.created = AriTime.of(now);
        this.reported = request.reported();
        this.variables = new HashMap<>(request.variables());
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    ChannelView view() {
        return view(protocolId, callerId, callerId, dialplan, channelvars());
    }

    /** As the channel looks in its first moments, before the caller is known. */
    ChannelView newborn() {
        return view("", CallerId.NONE, CallerId.NONE, new Dialplan("from-sipp", "s", 1, "", ""), null);
    }

    /** Then the dialling begins, and the caller becomes known piece by piece. */
    ChannelView dialling(CallerId caller, CallerId connected) {
        return view(protocolId, caller, connected, DIALLING, null);
    }

    private ChannelView view(
            String protocol,
            CallerId caller,
            CallerId connected,
            Dialplan where,
            @Nullable Map<String, String> channelvars) {
        var language = variables.getOrDefault("CHANNEL(language)", "en");
        return new ChannelView(id, name, state, protocol, caller, connected, "", where, created, language, channelvars);
    }

    private @Nullable Map<String, String> channelvars() {
        if (reported.isEmpty()) return null;
        var shown = new HashMap<String, String>();
        reported.forEach(each -> shown.put(each, variables.getOrDefault(each, "")));
        return shown;
    }

    void become(String newState) {
        state = newState;
    }

    boolean is(String asked) {
        return state.equals(asked);
    }

    void runs(String app, String appData) {
        dialplan = new Dialplan(dialplan.context(), dialplan.exten(), dialplan.priority(), app, appData);
    }

    void goTo(String context, String exten, int priority) {
        dialplan = new Dialplan(context, exten, priority, dialplan.app(), dialplan.appData());
    }

    Dialplan dialplan() {
        return dialplan;
    }

    @Nullable
    String variable(String asked) {
        return variables.get(asked);
    }

    Map<String, String> variables() {
        return Map.copyOf(variables);
    }

    void set(String variable, String value) {
        variables.put(variable, value);
        tell(view -> new ChannelVarset(variable, value, view));
    }

    void subscribe(String app) {
        subscribers.add(app);
    }

    void unsubscribe(String app) {
        subscribers.remove(app);
    }

    void tell(Function<ChannelView, AriEvent> event) {
        tell(event.apply(view()));
    }

    void tell(AriEvent event) {
        applications.publish(event, subscribers);
    }

    /** Tells a Stasis event, which is no one else's affair. */
    void tellOnly(String app, Function<ChannelView, AriEvent> event) {
        applications.publishTo(app, event.apply(view()));
    }
}
