package io.tablecall.simulator.asterisk;

import io.tablecall.simulator.asterisk.AriEvent.ChannelDestroyed;
import io.tablecall.simulator.asterisk.AriEvent.ChannelDialplan;
import io.tablecall.simulator.asterisk.AriEvent.ChannelHangupRequest;
import io.tablecall.simulator.asterisk.AriEvent.ChannelVarset;
import io.tablecall.simulator.asterisk.AriEvent.StasisEnd;
import io.tablecall.simulator.asterisk.AriEvent.StasisStart;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A channel's way through the dialplan and its stay in a Stasis application. Asked for by {@code app}, it goes there
 * directly; asked for by {@code context} and {@code extension}, the dialplan leads it in. Guarded by its {@link Call}.
 */
final class Visit {

    private static final List<Map.Entry<String, String>> QUALITY = List.of(
            Map.entry(
                    "RTPAUDIOQOS",
                    "ssrc=1070857816;themssrc=287454020;lp=0;rxjitter=0.000000;rxcount=13;txjitter=0.000000;"
                            + "txcount=283;rlp=0;rtt=0.000000;rxmes=0.000000;txmes=88.087887"),
            Map.entry(
                    "RTPAUDIOQOSJITTER",
                    "minrxjitter=000.000000;maxrxjitter=000.000000;avgrxjitter=000.000000;stdevrxjitter=000.000000;"
                            + "mintxjitter=000.000000;maxtxjitter=000.000000;avgtxjitter=000.000000;"
                            + "stdevtxjitter=000.000000;"),
            Map.entry(
                    "RTPAUDIOQOSLOSS",
                    "  minrxlost=000.000000;  maxrxlost=000.000000;  avgrxlost=000.000000;  stdevrxlost=000.000000;"
                            + "  mintxlost=000.000000;  maxtxlost=000.000000;  avgtxlost=000.000000;"
                            + "  stdevtxlost=000.000000;"),
            Map.entry(
                    "RTPAUDIOQOSRTT",
                    "     minrtt=000.000000;     maxrtt=000.000000;     avgrtt=000.000000;     stdevrtt=000.000000;"),
            Map.entry(
                    "RTPAUDIOQOSMES",
                    "   minrxmes=088.087887;   maxrxmes=088.087887;   avgrxmes=088.087887;   stdevrxmes=000.000000;"
                            + "   mintxmes=000.000000;   maxtxmes=000.000000;   avgtxmes=000.000000;"
                            + "   stdevtxmes=000.000000;"));

    private final Exchange exchange;
    private final Channel channel;
    private final OriginateRequest request;
    private @Nullable String inside;

    Visit(Exchange exchange, Channel channel, OriginateRequest request) {
        this.exchange = exchange;
        this.channel = channel;
        this.request = request;
    }

    boolean inside() {
        return inside != null;
    }

    /** Whether the answered channel found an application that listens. */
    boolean enter() {
        return request.extension() == null
                ? enterApplication(String.valueOf(request.app()), request.appArgs(), request.arguments())
                : enterDialplan(request.extension());
    }

    private boolean enterDialplan(String extension) {
        var context = request.context() == null ? "default" : request.context();
        if (!exchange.knows(context, extension)) {
            channel.tell(view -> new ChannelHangupRequest(16, null, true, view));
            channel.goTo(context, extension, request.priority());
            return false;
        }
        step(context, extension, 1, "NoOp", "outbound " + channel.name());
        step(context, extension, 2, "Answer", "");
        var app = exchange.applications().newest().map(Application::name);
        if (app.isEmpty()) return false;
        step(context, extension, 3, "Stasis", app.get() + "," + context);
        channel.subscribe(app.get());
        return enterApplication(app.get(), context, List.of(context));
    }

    private boolean enterApplication(String app, String appArgs, List<String> arguments) {
        channel.runs("Stasis", appArgs.isEmpty() ? app : app + "," + appArgs);
        tellStatus("");
        if (exchange.applications().find(app).isEmpty()) {
            tellStatus("FAILED");
            return false;
        }
        inside = app;
        channel.tellOnly(app, view -> new StasisStart(arguments, view));
        return true;
    }

    /** The call ends while in the application, or had already moved on from it. */
    void leave(Cause cause) {
        if (!leaveApplication()) return;
        if (byDialplan()) {
            channel.tell(view -> new ChannelHangupRequest(16, null, true, view));
            step(channel.dialplan().context(), "h", 1, "NoOp", "hangup cause " + cause.code());
            channel.goTo(channel.dialplan().context(), "h", 2);
        }
    }

    void moveOn(String context, String extension, int priority) {
        leaveApplication();
        step(context, extension, priority, "Answer", "");
    }

    private boolean leaveApplication() {
        var app = inside;
        if (app == null) return false;
        inside = null;
        channel.tellOnly(app, StasisEnd::new);
        if (byDialplan()) channel.unsubscribe(app);
        tellStatus("SUCCESS");
        return true;
    }

    void destroy(Cause cause) {
        channel.runs("AppDial2", "(Outgoing Line)");
        channel.tell(view -> new ChannelDestroyed(cause.code(), cause.words(), cause.sip(), view));
        if (byDialplan() && channel.is("Up")) {
            channel.tell(view -> new ChannelDialplan("AppDial2", "(Outgoing Line)", view));
        }
    }

    /** What Asterisk has measured of the sound, told when a call that was answered ends. */
    void reportQuality() {
        QUALITY.forEach(each -> channel.tell(view -> new ChannelVarset(each.getKey(), each.getValue(), view)));
    }

    private boolean byDialplan() {
        return request.extension() != null;
    }

    private void tellStatus(String status) {
        channel.tell(view -> new ChannelVarset("STASISSTATUS", status, view));
    }

    private void step(String context, String extension, int priority, String app, String data) {
        channel.goTo(context, extension, priority);
        channel.runs(app, data);
        channel.tell(view -> new ChannelDialplan(app, data, view));
    }
}
