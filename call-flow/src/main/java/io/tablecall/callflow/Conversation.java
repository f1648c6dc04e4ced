package io.tablecall.callflow;

import io.tablecall.callflow.document.FlowDocument;
import io.tablecall.callflow.document.Menu;
import java.time.Instant;
import java.util.List;

/**
 * One call's walk through a flow: a pure function from position and input to the next turn. Each input either changes
 * nothing or costs a turn, and {@link #MOST_TURNS} turns are the end; so every conversation ends.
 *
 * <p>Silence, a wrong key and a failed transfer ask the menu again, {@code max_retries} times. Then its
 * {@code fallback_action} happens; a menu without one goes to its {@code parent_menu}, and without either the call is hung
 * up. The key {@code *} goes to the parent at any time, unless the menu gives it another meaning. Outside business hours a
 * call goes to the flow's {@code voicemail_fallback}, and without one is hung up.
 */
public final class Conversation {
    /** No conversation takes more turns than this, whatever its menus allow. */
    public static final int MOST_TURNS = 50;

    private final Flow flow;
    private final CallContext context;
    private final Turns turns;

    private Conversation(Flow flow, CallContext context) {
        this.flow = flow;
        this.context = context;
        this.turns = new Turns(flow.document(), new Voice(flow, context));
    }

    /**
     * Opens a conversation about one call.
     *
     * @throws IllegalArgumentException when the flow words a value that is missing or malformed
     */
    public static Conversation of(Flow flow, CallContext context) {
        return new Conversation(flow, context);
    }

    /** The first turn. A language the flow does not speak falls back as {@link Flow#spoken} says. */
    public Turn start(String language, Instant now) {
        var entry = new Position(
                false, document().entryMenu(), flow.spoken(language).code(), 0, 0, null);
        var hours = document().businessHours();
        return hours == null || hours.isOpenAt(now) ? turns.ask(entry, List.of()) : turns.closed(entry, hours);
    }

    /** The turn after an input. A position that is not this flow's ends the call as failed. */
    public Turn after(Position position, Input input, Instant now) {
        var menu = document().menus().get(position.menuId());
        if (position.ended()) return turns.nothing(position);
        if (menu == null || document().language(position.language()).isEmpty()) {
            return turns.end(position, List.of(), Fact.Ending.FAILED);
        }
        return switch (input) {
            case Input.HungUp _ -> turns.hungUp(position);
            case Input.TransferFailed _ ->
                position.pending() == null ? turns.nothing(position) : turns.again(position, null, List.of());
            case Input.Digits(var digits) when !digits.isEmpty() -> pressed(position, menu, digits, now);
            case Input.Digits _, Input.Silence _ -> silent(position, menu);
        };
    }

    private Turn silent(Position position, Menu menu) {
        return position.pending() == null
                ? turns.again(position, menu.silencePrompt(), List.of())
                : turns.nothing(position);
    }

    private Turn pressed(Position position, Menu menu, String digits, Instant now) {
        return position.pending() == null
                ? new Keypress(turns, context, position, menu, digits).turn(now)
                : turns.nothing(position);
    }

    private FlowDocument document() {
        return flow.document();
    }
}
