package io.tablecall.ingest.provider.asterisk.line;

import io.tablecall.callflow.CallContext;
import io.tablecall.callflow.Conversation;
import io.tablecall.callflow.Directive;
import io.tablecall.callflow.Flows;
import io.tablecall.callflow.Input;
import io.tablecall.callflow.Turn;
import io.tablecall.ingest.session.CallSession;
import io.tablecall.speech.Utterance;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** Plays the next turn through for every key and for silence, so that its prompts can be rendered before they are due. */
public final class Foresight {
    private static final List<Input> LIKELY = Stream.concat(
                    Stream.of("1", "0", "9", "8", "2", "3", "4", "5", "6", "7").<Input>map(Input.Digits::new),
                    Stream.of(new Input.Silence()))
            .toList();

    private final Flows flows;
    private final InstantSource clock;

    public Foresight(Flows flows, InstantSource clock) {
        this.flows = flows;
        this.clock = clock;
    }

    List<Utterance> of(CallSession session) {
        var asked = session.request();
        var position = session.position();
        return flows.find(asked.flowId(), asked.flowVersion()).stream()
                .map(flow -> Conversation.of(flow, new CallContext(asked.variables(), asked.zone())))
                .flatMap(talk -> position == null
                        ? Stream.of(talk.start(asked.language(), clock.instant()))
                        : LIKELY.stream().map(input -> talk.after(position, input, clock.instant())))
                .map(Turn::directives)
                .flatMap(List::stream)
                .flatMap(directive -> spoken(directive).stream())
                .distinct()
                .toList();
    }

    /** What of a directive is to be heard. */
    static List<Utterance> spoken(Directive directive) {
        return switch (directive) {
            case Directive.Say say -> List.of(new Utterance(say.text(), say.language(), say.voice()));
            case Directive.Ask ask -> List.of(new Utterance(ask.text(), ask.language(), ask.voice()));
            case Directive.Transfer _,
                    Directive.Queue _,
                    Directive.Extension _,
                    Directive.Voicemail _,
                    Directive.HangUp _ -> List.of();
        };
    }
}
