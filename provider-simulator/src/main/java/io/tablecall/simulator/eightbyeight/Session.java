package io.tablecall.simulator.eightbyeight;

import io.tablecall.simulator.control.Fault;
import io.tablecall.simulator.eightbyeight.CallNews.Leg;
import io.tablecall.simulator.eightbyeight.SessionSummary.LegStory;
import io.tablecall.simulator.guest.Step;
import io.tablecall.simulator.guest.Step.Answer;
import io.tablecall.simulator.guest.Step.CutOff;
import io.tablecall.simulator.guest.Step.HangUp;
import io.tablecall.simulator.guest.Step.Press;
import io.tablecall.simulator.guest.Step.Refuse;
import io.tablecall.simulator.guest.Step.Ring;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** One telephone call from dialling to its summary. Its steps follow one another; nothing runs side by side. */
final class Session {

    private static final Duration RING_TIMEOUT = Duration.ofSeconds(30);

    private final Line line;
    private final Leg leg;
    private final Deque<Step> script;
    private final List<Action> flow;
    private final Instant initiated;
    private final Sinks.Empty<Void> firstNews = Sinks.empty();

    private Duration ringing = Duration.ZERO;
    private @Nullable Instant connected;
    private @Nullable LegStory secondLeg;
    private @Nullable Object late;
    private String lastAction = "MAKE_CALL";

    Session(Line line, Leg leg, List<Step> script, List<Action> flow) {
        this.line = line;
        this.leg = leg;
        this.script = new ArrayDeque<>(script);
        this.flow = flow;
        this.initiated = line.now();
    }

    /** Completes once the customer has been told anything at all. */
    Mono<Void> firstNews() {
        return firstNews.asMono();
    }

    Mono<Void> run() {
        return progress("CALL_INITIATED", 200)
                .then(Mono.defer(this::ring))
                .flatMap(this::summarise)
                .doFinally(_ -> firstNews.tryEmitEmpty());
    }

    private Mono<Ending> ring() {
        var step = script.poll();
        if (step == null) return giveUp();
        return switch (step) {
            case Ring(var length) -> {
                var rest = RING_TIMEOUT.minus(ringing);
                if (length.compareTo(rest) >= 0) yield giveUp();
                ringing = ringing.plus(length);
                yield line.pace().rest(length).then(Mono.defer(this::ring));
            }
            case Refuse(var sip) -> Mono.just(Ending.refused(sip));
            case Answer _ -> answer();
            case Press _, HangUp _, CutOff _ -> ring();
        };
    }

    private Mono<Ending> giveUp() {
        return line.pace().rest(RING_TIMEOUT.minus(ringing)).thenReturn(Ending.unanswered());
    }

    private Mono<Ending> answer() {
        connected = line.now();
        return progress("CALL_CONNECTED", 200).then(Mono.defer(this::talk));
    }

    private Mono<Ending> talk() {
        var conversation = Mono.defer(() -> new Conversation(this, line).perform(flow));
        var leaving = switch (script.peek()) {
            case HangUp(var after) -> after;
            case CutOff(var into) -> into;
            case null, default -> null;
        };
        if (leaving == null) return conversation;
        return Mono.firstWithValue(line.pace().rest(leaving).thenReturn(Ending.completed()), conversation);
    }

    private Mono<Void> summarise(Ending ending) {
        var now = line.now();
        line.ledger().ended(leg.sessionId(), ending.sessionStatus().name());
        var story = new LegStory(leg, ending.legStatus(connected != null), initiated, connected, now);
        var summary = SessionSummary.of(story, secondLeg, ending, lastAction, line.settings());
        return progress("CALL_DISCONNECTED", ending.sipCode())
                .then(line.courier().tellUntilAccepted(summary))
                .then(Mono.defer(
                        () -> late == null ? Mono.empty() : line.courier().tell(WebhookKind.VCA, late)));
    }

    /** Tells how far the call is, if the customer wants to know. */
    private Mono<Void> progress(String status, int sipCode) {
        return Mono.defer(() -> {
            var talked = connected == null
                    ? 0
                    : Math.toIntExact(Duration.between(connected, line.now()).toSeconds());
            var news = CallNews.status(leg, status, talked, sipCode, line.now());
            return line.courier().tell(WebhookKind.VCS, news).then(Mono.fromRunnable(() -> {
                if (line.webhooks().takes(WebhookKind.VCS)) firstNews.tryEmitEmpty();
            }));
        });
    }

    /** The keys the guest presses at this prompt, and how far into it; null for a guest who keeps still. */
    @Nullable
    Press nextPress() {
        if (!(script.peek() instanceof Press press)) return null;
        script.poll();
        line.ledger().pressed(leg.sessionId(), press.digits());
        return press;
    }

    void doing(Action action) {
        lastAction = action.wireName();
    }

    /** Asks the customer what to do next; empty when the question is to overtake nothing any more. */
    Mono<byte[]> ask(@Nullable String digits, @Nullable String clientActionId) {
        var question = CallNews.action(leg, digits, line.settings().dtmfShape(), clientActionId, line.now());
        if (line.courier().strikes(Fault.REORDER, WebhookKind.VCA)) {
            late = question;
            return Mono.empty();
        }
        return line.courier().ask(question).doFinally(_ -> firstNews.tryEmitEmpty());
    }

    boolean canAsk() {
        return line.webhooks().takes(WebhookKind.VCA);
    }

    String lastAction() {
        return lastAction;
    }

    Leg leg() {
        return leg;
    }

    void bridged(LegStory story) {
        secondLeg = story;
    }
}
