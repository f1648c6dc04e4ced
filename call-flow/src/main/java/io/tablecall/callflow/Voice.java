package io.tablecall.callflow;

import io.tablecall.callflow.document.Menu;
import io.tablecall.callflow.wording.Values;
import org.jspecify.annotations.Nullable;

/** Words a flow's prompts for one call, in the language and voice of a position. */
final class Voice {
    private final Flow flow;
    private final Values values;

    Voice(Flow flow, CallContext context) {
        this.flow = flow;
        this.values = flow.wording().values(context.variables(), context.zone());
    }

    Directive.Say say(Position at, String prompt) {
        return new Directive.Say(words(at, prompt), at.language(), voice(at));
    }

    /** One question; what is said before it is part of it, so that a key pressed meanwhile counts. */
    Directive.Ask ask(Position at, Menu menu, @Nullable String before) {
        var question = words(at, menu.prompt());
        var text = before == null ? question : words(at, before) + " " + question;
        return new Directive.Ask(menu.id(), text, at.language(), voice(at), menu.timeout(), menu.maxDigits());
    }

    private String words(Position at, String prompt) {
        return flow.wording().words(prompt, at.language(), values);
    }

    private String voice(Position at) {
        return flow.spoken(at.language()).voice();
    }
}
