package io.tablecall.simulator.asterisk;

import io.tablecall.simulator.asterisk.AriEvent.ChannelCallerId;
import io.tablecall.simulator.asterisk.AriEvent.ChannelConnectedLine;
import io.tablecall.simulator.asterisk.AriEvent.ChannelCreated;
import io.tablecall.simulator.asterisk.AriEvent.ChannelDialplan;
import io.tablecall.simulator.asterisk.AriEvent.ChannelDtmfReceived;
import io.tablecall.simulator.asterisk.AriEvent.ChannelHangupRequest;
import io.tablecall.simulator.asterisk.AriEvent.ChannelStateChange;
import io.tablecall.simulator.asterisk.AriEvent.ChannelVarset;
import io.tablecall.simulator.asterisk.AriEvent.DeviceState;
import io.tablecall.simulator.asterisk.AriEvent.DeviceStateChanged;
import io.tablecall.simulator.asterisk.AriEvent.Dial;
import io.tablecall.simulator.guest.Step;
import io.tablecall.simulator.guest.Step.Answer;
import io.tablecall.simulator.guest.Step.CutOff;
import io.tablecall.simulator.guest.Step.HangUp;
import io.tablecall.simulator.guest.Step.Press;
import io.tablecall.simulator.guest.Step.Refuse;
import io.tablecall.simulator.guest.Step.Ring;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** One call: the guest's doings on one side, the client's on the other, one at a time. */
final class Call {

    private static final Duration SIP_TIMEOUT = Duration.ofSeconds(32);

    private final Exchange exchange;
    private final OriginateRequest request;
    private final Channel channel;
    private final Deque<Step> script;
    private final PromptQueue prompts;
    private final Visit visit;
    private final Runnable onGone;
    private boolean answered;
    private boolean over;
    private int prompted;

    Call(Exchange exchange, OriginateRequest request, Channel channel, List<Step> script, Runnable onGone) {
        this.exchange = exchange;
        this.request = request;
        this.channel = channel;
        this.script = new ArrayDeque<>(script);
        this.onGone = onGone;
        this.visit = new Visit(exchange, channel, request);
        this.prompts =
                new PromptQueue(channel, exchange.sounds(), exchange.pace(), step -> inTurn(step), this::promptBegan);
    }

    private synchronized void inTurn(Runnable step) {
        if (!over) step.run();
    }

    private void later(Duration callTime, Runnable step) {
        exchange.pace().after(callTime, () -> inTurn(step));
    }

    synchronized void dial() {
        var caller = request.callerId();
        channel.tell(new ChannelCreated(channel.newborn()));
        channel.tell(
                new ChannelDialplan("AppDial2", "(Outgoing Line)", channel.dialling(CallerId.NONE, CallerId.NONE)));
        if (!caller.equals(CallerId.NONE)) {
            channel.tell(new ChannelCallerId(
                    0, "Presentation Allowed, Not Screened", channel.dialling(caller, CallerId.NONE)));
            channel.tell(new ChannelConnectedLine(channel.dialling(caller, caller)));
        }
        channel.variables().forEach((name, value) -> {
            if (!name.startsWith("CHANNEL(")) channel.tell(view -> new ChannelVarset(name, value, view));
        });
        if (request.app() != null && request.extension() == null) channel.subscribe(request.app());
        tellDial("");
        if (request.timeoutSeconds() > 0) {
            later(Duration.ofSeconds(request.timeoutSeconds()), this::timeOut);
        }
        if (script.isEmpty()) later(SIP_TIMEOUT, () -> refuse(408));
        goOn();
    }

    private void goOn() {
        switch (script.peek()) {
            case Ring(var length) -> {
                script.poll();
                if (channel.is("Down")) ring();
                later(length, this::goOn);
            }
            case Refuse(var sip) -> refuse(sip);
            case Answer _ -> {
                script.poll();
                answer();
            }
            case Press _, HangUp _, CutOff _ -> {}
            case null -> {}
        }
    }

    private void ring() {
        channel.become("Ringing");
        var stateFirst = Math.floorMod(channel.id().hashCode(), 4) != 0;
        if (stateFirst) channel.tell(ChannelStateChange::new);
        device("RINGING");
        tellDial("RINGING");
        if (!stateFirst) channel.tell(ChannelStateChange::new);
    }

    private void timeOut() {
        if (!answered) end(Cause.NO_ANSWER);
    }

    private void refuse(int sip) {
        if (answered) return;
        var cause = Cause.ofSip(sip);
        channel.tell(view -> new ChannelHangupRequest(cause.code(), cause.sip(), null, view));
        tellDial(cause.dialStatus());
        end(cause);
    }

    private void answer() {
        answered = true;
        channel.become("Up");
        channel.tell(ChannelStateChange::new);
        device("INUSE");
        tellDial("ANSWER");
        if (!visit.enter()) {
            end(Cause.UNKNOWN);
            return;
        }
        if (script.peek() instanceof HangUp(var after)) later(after, this::guestLeaves);
        later(exchange.pace().asCallTime(Duration.ofMinutes(2)), () -> leaveIfIgnored(prompted));
    }

    /** No one listens to silence for ever. */
    private void leaveIfIgnored(int promptedThen) {
        if (prompted == promptedThen && prompts.silent()) guestLeaves();
        else later(exchange.pace().asCallTime(Duration.ofMinutes(2)), () -> leaveIfIgnored(prompted));
    }

    private void guestLeaves() {
        visit.reportQuality();
        channel.tell(view -> new ChannelHangupRequest(null, null, null, view));
        prompts.abort();
        visit.leave(Cause.UNKNOWN);
        end(Cause.UNKNOWN);
    }

    private void promptBegan() {
        var heard = ++prompted;
        switch (script.peek()) {
            case Press press -> later(press.into(), () -> press(press, heard));
            case CutOff(var into) -> later(into, this::guestLeaves);
            case Ring _, Answer _, Refuse _, HangUp _ -> {}
            case null -> {}
        }
    }

    /** Only the newest prompt is answered, and only when none waits behind it: that is the one that asks. */
    private void press(Press press, int heard) {
        if (heard != prompted || !prompts.nothingFollows()) return;
        script.poll();
        exchange.ledger().pressed(channel.id(), press.digits());
        press.digits()
                .chars()
                .mapToObj(Character::toString)
                .forEach(digit -> channel.tell(view -> new ChannelDtmfReceived(digit, 200, view)));
    }

    synchronized void hangUp(Cause cause) {
        if (over) throw AriProblem.notFound("Channel");
        if (answered) visit.reportQuality();
        channel.tell(view -> new ChannelHangupRequest(32, null, true, view));
        prompts.abort();
        if (answered) visit.leave(cause);
        else tellDial("NOANSWER");
        end(cause);
    }

    /** Leaves the application for the dialplan, which says a few words and hangs up. */
    synchronized void moveOn(String context, String extension, int priority) {
        requireVisit();
        prompts.abort();
        visit.moveOn(context, extension, priority);
        later(Duration.ofSeconds(5), () -> {
            visit.reportQuality();
            channel.tell(view -> new ChannelHangupRequest(16, null, true, view));
            end(Cause.NORMAL);
        });
    }

    synchronized PlaybackView play(String id, List<String> media) {
        requireVisit();
        return prompts.add(id, media);
    }

    synchronized Optional<PlaybackView> playback(String id) {
        return prompts.find(id);
    }

    synchronized boolean stop(String playbackId) {
        return prompts.stop(playbackId);
    }

    synchronized void requireVisit() {
        if (over) throw AriProblem.notFound("Channel");
        if (!visit.inside()) throw AriProblem.conflict("Channel not in Stasis application");
    }

    synchronized ChannelView view() {
        return channel.view();
    }

    synchronized Optional<String> variable(String name) {
        return Optional.ofNullable(channel.variable(name));
    }

    synchronized void set(String name, String value) {
        channel.set(name, value);
    }

    private void end(Cause cause) {
        over = true;
        onGone.run();
        visit.destroy(cause);
        device("NOT_INUSE");
        exchange.ledger().ended(channel.id(), "cause " + cause.code());
    }

    private void tellDial(String status) {
        channel.tell(view -> new Dial(status, "", request.dialString(), view));
    }

    private void device(String state) {
        channel.tell(new DeviceStateChanged(new DeviceState("PJSIP/" + request.trunk(), state)));
    }
}
