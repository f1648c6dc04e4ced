package io.tablecall.simulator.eightbyeight;

import io.tablecall.simulator.Pace;
import io.tablecall.simulator.control.Provider;
import io.tablecall.simulator.eightbyeight.Action.HangUp;
import io.tablecall.simulator.eightbyeight.Action.MakeCall;
import io.tablecall.simulator.eightbyeight.Action.PlayFile;
import io.tablecall.simulator.eightbyeight.Action.Reply;
import io.tablecall.simulator.eightbyeight.Action.Say;
import io.tablecall.simulator.eightbyeight.Action.SayAndCapture;
import io.tablecall.simulator.eightbyeight.CallNews.Leg;
import io.tablecall.simulator.eightbyeight.SessionSummary.LegStory;
import io.tablecall.simulator.guest.Step.Answer;
import io.tablecall.simulator.guest.Step.Refuse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What is said and pressed while the guest is on the line: callflow after callflow, as the customer answers. */
final class Conversation {

    private static final Duration CONNECTED_TALK = Duration.ofSeconds(10);

    private final Session session;
    private final Line line;

    Conversation(Session session, Line line) {
        this.session = session;
        this.line = line;
    }

    Mono<Ending> perform(List<Action> actions) {
        return perform(actions, null);
    }

    private Mono<Ending> perform(List<Action> actions, @Nullable String clientActionId) {
        if (actions.isEmpty()) return Mono.just(Ending.completed());
        var action = actions.getFirst();
        var rest = actions.subList(1, actions.size());
        session.doing(action);
        return switch (action) {
            case Say say -> line.pace().rest(say.length()).then(Mono.defer(() -> after(rest, clientActionId)));
            case PlayFile file -> line.pace().rest(file.length()).then(Mono.defer(() -> after(rest, clientActionId)));
            case SayAndCapture capture ->
                capture(capture, 1).flatMap(digits -> consult(digits.orElse(null), clientActionId));
            case MakeCall call -> bridge(call);
            case HangUp _ -> Mono.just(Ending.completed());
        };
    }

    /** After words only: on with the list; at its end, or where the customer wants every step, ask. */
    private Mono<Ending> after(List<Action> rest, @Nullable String clientActionId) {
        var wanted = rest.isEmpty() || line.settings().vcaAfterSay();
        return wanted && session.canAsk() ? consult(null, clientActionId) : perform(rest, clientActionId);
    }

    private Mono<Optional<String>> capture(SayAndCapture capture, int attempt) {
        var press = session.nextPress();
        if (press == null) {
            return line.pace()
                    .rest(capture.prompt().length().plus(capture.patience()))
                    .then(Mono.defer(() -> failed(capture, attempt)));
        }
        if (!capture.accepts(press.digits())) {
            return line.pace().rest(press.into()).then(Mono.defer(() -> failed(capture, attempt)));
        }
        return line.pace()
                .rest(press.into().plus(Pace.spoken(capture.successMessage())))
                .thenReturn(Optional.of(press.digits()));
    }

    private Mono<Optional<String>> failed(SayAndCapture capture, int attempt) {
        var apology = line.pace().rest(Pace.spoken(capture.failureMessage()));
        if (attempt >= capture.tries()) return apology.thenReturn(Optional.empty());
        return apology.then(Mono.defer(() -> capture(capture, attempt + 1)));
    }

    private Mono<Ending> consult(@Nullable String digits, @Nullable String clientActionId) {
        return session.ask(digits, clientActionId)
                .map(line.reader()::reply)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .onErrorResume(_ -> Mono.just(Optional.of(new Reply(null, List.of()))))
                .flatMap(reply -> reply.map(this::obey).orElseGet(() -> Mono.just(Ending.completed())));
    }

    private Mono<Ending> obey(Reply reply) {
        if (reply.actions().isEmpty()) return Mono.just(Ending.invalidReply(session.lastAction()));
        return perform(reply.actions(), reply.clientActionId());
    }

    /** A second party: rings like any other, and if it answers the two talk for a while. */
    private Mono<Ending> bridge(MakeCall call) {
        var first = session.leg();
        var leg = new Leg(
                first.sessionId(),
                first.subAccountId(),
                UUID.randomUUID().toString(),
                call.source(),
                call.destination());
        var script = line.ledger()
                .ring(Provider.EIGHT_BY_EIGHT, call.destination(), leg.callId())
                .script();
        var initiated = line.now();
        var ringing = line.pace().rest(Duration.ofSeconds(2));
        if (script.stream().anyMatch(Answer.class::isInstance)) {
            return ringing.then(Mono.defer(() -> {
                var connected = line.now();
                return line.pace().rest(CONNECTED_TALK).then(Mono.fromSupplier(() -> {
                    session.bridged(new LegStory(leg, "COMPLETED", initiated, connected, line.now()));
                    line.ledger().ended(leg.callId(), "COMPLETED");
                    return Ending.completed();
                }));
            }));
        }
        var status = script.stream()
                .filter(Refuse.class::isInstance)
                .map(refusal -> Ending.refused(((Refuse) refusal).sip()))
                .findFirst()
                .orElseGet(Ending::unanswered);
        return ringing.then(Mono.fromSupplier(() -> {
            session.bridged(new LegStory(leg, status.legStatus(false), initiated, null, line.now()));
            line.ledger().ended(leg.callId(), status.sessionStatus().name());
            return Ending.completed();
        }));
    }
}
