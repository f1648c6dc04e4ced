package io.tablecall.callflow;

import java.util.List;

/**
 * Our side of the conversation after one input.
 *
 * @param next where the conversation stands; equal to the position before when the input changed nothing, and then there
 *     is nothing to do either
 * @param directives zero or more {@link Directive.Say}, then exactly one of the others
 * @param facts in the order they came about; none when nothing changed
 */
public record Turn(Position next, List<Directive> directives, List<Fact> facts) {
    public Turn {
        directives = List.copyOf(directives);
        facts = List.copyOf(facts);
        if (directives.isEmpty()) {
            throw new IllegalArgumentException("a turn without a directive leaves the guest in silence");
        }
    }
}
