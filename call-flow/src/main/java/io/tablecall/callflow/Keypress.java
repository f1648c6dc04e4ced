package io.tablecall.callflow;

import io.tablecall.callflow.document.Action;
import io.tablecall.callflow.document.AddedAction;
import io.tablecall.callflow.document.Menu;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keys pressed in a menu that was asking: the only place where an answer comes from. */
record Keypress(Turns turns, CallContext context, Position at, Menu menu, String digits) {

    Turn turn(Instant now) {
        var parent = menu.parentMenu();
        var action = option().flatMap(it -> chosen(it, now));
        if (action.isPresent()) return perform(action.get());
        if (parent != null && option().isEmpty() && digits.equals(Menu.UP)) return turns.ask(at.in(parent), facts());
        return turns.again(at, menu.invalidPrompt(), facts());
    }

    /** A closing hash is how some guests, and some providers, end their typing. */
    private Optional<Action> option() {
        var typed = Optional.ofNullable(menu.options().get(digits));
        return typed.isPresent() || !digits.endsWith("#")
                ? typed
                : Optional.ofNullable(menu.options().get(digits.substring(0, digits.length() - 1)));
    }

    private Optional<Action.Known> chosen(Action action, Instant now) {
        return switch (action) {
            case Action.Known known -> Optional.of(known);
            case AddedAction added ->
                Optional.of(added.choose(context.variables(), context.zone(), now))
                        .filter(added.mayBecome()::contains);
        };
    }

    private Turn perform(Action.Known action) {
        return switch (action) {
            case Action.ToMenu(var ref) -> turns.ask(at.in(ref), facts());
            case Action.ToQueue(var queue) -> turns.handOver(at, new Directive.Queue(queue), facts());
            case Action.ToExtension(var place, var extension) ->
                turns.handOver(at, new Directive.Extension(place, extension), facts());
            case Action.ToVoicemail(var box, var place) ->
                turns.handOver(at, new Directive.Voicemail(box, place), facts());
            case Action.HangUp(var prompt) -> turns.sayAndEnd(at, prompt, facts(), Fact.Ending.COMPLETED);
            case Action.Transfer transfer ->
                turns.transfer(at, new Directive.Transfer(transfer.destination(), transfer.timeout()), facts());
            case Action.SwitchLanguage(var language, var prompt) ->
                turns.ask(at.speaking(language).in(menu.id()), prompt, facts());
            case Action.Outcome(var answer, var prompt) ->
                turns.sayAndEnd(at, prompt, facts(answer), Fact.Ending.COMPLETED);
        };
    }

    private List<Fact> facts() {
        return List.of(new Fact.DigitsPressed(menu.id(), digits));
    }

    private List<Fact> facts(String answer) {
        var facts = new ArrayList<>(facts());
        facts.add(new Fact.AnswerRecorded(answer, menu.id(), digits));
        return facts;
    }
}
