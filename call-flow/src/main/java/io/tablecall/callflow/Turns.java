package io.tablecall.callflow;

import io.tablecall.callflow.Fact.Ending;
import io.tablecall.callflow.document.BusinessHours;
import io.tablecall.callflow.document.Fallback;
import io.tablecall.callflow.document.FlowDocument;
import io.tablecall.callflow.document.Menu;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Composes the turns a conversation can take, each with the directives and facts that belong together. */
record Turns(FlowDocument flow, Voice voice) {
    /** The flow's voicemail_fallback names a box and no context; this is where a PBX keeps its boxes by default. */
    private static final String VOICEMAIL_CONTEXT = "default";

    Turn ask(Position at, List<Fact> before) {
        return ask(at, null, before);
    }

    Turn ask(Position at, @Nullable String saidBefore, List<Fact> before) {
        if (at.turns() >= Conversation.MOST_TURNS) return farewell(at, before);
        var ask = voice.ask(at, menu(at), saidBefore);
        var entered = new Fact.MenuEntered(ask.menuId(), ask.language(), ask.text());
        return new Turn(at.nextTurn(), List.of(ask), with(before, entered));
    }

    Turn again(Position at, @Nullable String saidBefore, List<Fact> before) {
        var menu = menu(at);
        if (at.retries() < menu.maxRetries()) return ask(at.retrying(), saidBefore, before);
        var parent = menu.parentMenu();
        if (menu.fallbackAction() == null && parent != null) return ask(at.in(parent), before);
        return fallBack(at, menu, before);
    }

    Turn transfer(Position at, Directive.Transfer to, List<Fact> before) {
        if (at.turns() >= Conversation.MOST_TURNS) return farewell(at, before);
        return new Turn(at.transferring(to).nextTurn(), List.of(to), before);
    }

    /** The same again, for an input that came too late or at the wrong door. */
    Turn nothing(Position at) {
        if (at.ended()) return new Turn(at, List.of(new Directive.HangUp()), List.of());
        var pending = at.pending();
        return new Turn(at, List.of(pending == null ? voice.ask(at, menu(at), null) : pending), List.of());
    }

    Turn hungUp(Position at) {
        return end(at, List.of(), at.pending() == null ? Ending.HUNG_UP : Ending.TRANSFERRED);
    }

    Turn handOver(Position at, Directive to, List<Fact> before) {
        return new Turn(at.ending(), List.of(to), with(before, new Fact.ConversationEnded(Ending.TRANSFERRED)));
    }

    Turn closed(Position at, BusinessHours hours) {
        var box = flow.voicemailFallback();
        return box == null
                ? sayAndEnd(at, hours.closedPrompt(), List.of(), Ending.COMPLETED)
                : handOver(at, new Directive.Voicemail(box, VOICEMAIL_CONTEXT), List.of());
    }

    Turn end(Position at, List<Fact> before, Ending ending) {
        return sayAndEnd(at, null, before, ending);
    }

    Turn sayAndEnd(Position at, @Nullable String prompt, List<Fact> before, Ending ending) {
        var hangUp = new Directive.HangUp();
        List<Directive> directives = prompt == null ? List.of(hangUp) : List.of(voice.say(at, prompt), hangUp);
        return new Turn(at.ending(), directives, with(before, new Fact.ConversationEnded(ending)));
    }

    private Turn fallBack(Position at, Menu menu, List<Fact> before) {
        return switch (Objects.requireNonNullElse(menu.fallbackAction(), Fallback.HANGUP)) {
            case HANGUP -> farewell(at, before);
            case QUEUE ->
                handOver(at, new Directive.Queue(flow.fallbackQueue(menu).orElseThrow()), before);
            case VOICEMAIL -> {
                var box = Objects.requireNonNull(flow.voicemailFallback());
                yield handOver(at, new Directive.Voicemail(box, VOICEMAIL_CONTEXT), before);
            }
        };
    }

    private Turn farewell(Position at, List<Fact> before) {
        return sayAndEnd(at, menu(at).farewellPrompt(), before, Ending.NO_INPUT);
    }

    private Menu menu(Position at) {
        return Objects.requireNonNull(flow.menus().get(at.menuId()));
    }

    private static List<Fact> with(List<Fact> before, Fact last) {
        return Stream.concat(before.stream(), Stream.of(last)).toList();
    }
}
