package io.tablecall.ingest.conversation;

import io.tablecall.callflow.CallContext;
import io.tablecall.callflow.Conversation;
import io.tablecall.callflow.Directive;
import io.tablecall.callflow.Fact;
import io.tablecall.callflow.Flow;
import io.tablecall.callflow.Flows;
import io.tablecall.callflow.Input;
import io.tablecall.callflow.Turn;
import io.tablecall.ingest.publish.Source;
import io.tablecall.ingest.session.CallSession;
import io.tablecall.schemas.call.CallEvent;
import io.tablecall.schemas.call.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Conversations led by the flow the call began with. */
@Component
class FlowConversations implements Conversations {

    private static final Logger log = LoggerFactory.getLogger(FlowConversations.class);

    private final Flows flows;

    FlowConversations(Flows flows) {
        this.flows = flows;
    }

    @Override
    public Spoken begin(CallSession session, Source source) {
        if (session.position() != null) {
            return Spoken.NOTHING;
        }
        // Whichever event tells us first that the call began, the first turn's facts are the same facts.
        var beginning = new Source(source.provider(), session.callId() + "/begin", source.occurredAt());
        return conversation(session)
                .map(c -> take(session, c.start(session.request().language(), source.occurredAt()), beginning))
                .orElseGet(() -> withoutFlow(session, beginning));
    }

    @Override
    public Spoken proceed(CallSession session, Input input, Source source) {
        var begun = begin(session, source);
        var position = session.position();
        if (position == null || position.ended()) {
            return begun;
        }
        var next = conversation(session)
                .map(c -> take(session, c.after(position, input, source.occurredAt()), source))
                .orElseGet(() -> withoutFlow(session, source));
        return new Spoken(next.directives(), concat(begun.facts(), next.facts()));
    }

    @Override
    public Spoken hungUp(CallSession session, Source source) {
        var position = session.position();
        if (position == null || position.ended()) {
            return Spoken.NOTHING;
        }
        return conversation(session)
                .map(c -> c.after(position, new Input.HungUp(), source.occurredAt()))
                .map(turn -> new Spoken(List.of(), events(session, turn.facts(), source)))
                .orElse(Spoken.NOTHING);
    }

    private Spoken take(CallSession session, Turn turn, Source source) {
        session.movedTo(turn.next(), turn.directives(), answerIn(turn.facts()));
        return new Spoken(turn.directives(), events(session, turn.facts(), source));
    }

    private Spoken withoutFlow(CallSession session, Source source) {
        log.atError()
                .addKeyValue("callId", session.callId())
                .addKeyValue("flow", session.request().flowId())
                .addKeyValue("version", session.request().flowVersion())
                .log("flow unknown, call is hung up");
        var fact = new Fact.ConversationEnded(Fact.Ending.FAILED.name());
        return new Spoken(List.of(new Directive.HangUp()), events(session, List.of(fact), source));
    }

    private Optional<Conversation> conversation(CallSession session) {
        var request = session.request();
        Optional<Flow> flow = flows.find(request.flowId(), request.flowVersion());
        return flow.map(f -> Conversation.of(f, new CallContext(request.variables(), request.zone())));
    }

    private static List<CallEvent> events(CallSession session, List<Fact> facts, Source source) {
        var events = new ArrayList<CallEvent>(facts.size());
        for (var fact : facts) {
            var detail = detail(fact);
            var id = source.eventId(detail.getSchema().getName(), events.size());
            events.add(session.event(id, source.occurredAt(), Provenance.CONVERSATION, detail));
        }
        return events;
    }

    private static SpecificRecord detail(Fact fact) {
        return switch (fact) {
            case Fact.MenuEntered(var menu, var language, var prompt) ->
                new io.tablecall.schemas.call.MenuEntered(menu, language, prompt);
            case Fact.DigitsPressed(var menu, var digits) -> new io.tablecall.schemas.call.DigitsPressed(menu, digits);
            case Fact.AnswerRecorded(var answer, var menu, var digits) ->
                new io.tablecall.schemas.call.AnswerRecorded(answer, menu, digits);
            case Fact.ConversationEnded(var reason) -> new io.tablecall.schemas.call.ConversationEnded(reason);
        };
    }

    private static @Nullable String answerIn(List<Fact> facts) {
        String answer = null;
        for (var fact : facts) {
            if (fact instanceof Fact.AnswerRecorded recorded) {
                answer = recorded.answer();
            }
        }
        return answer;
    }

    private static List<CallEvent> concat(List<CallEvent> first, List<CallEvent> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
