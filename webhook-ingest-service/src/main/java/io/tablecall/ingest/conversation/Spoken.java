package io.tablecall.ingest.conversation;

import io.tablecall.callflow.Directive;
import io.tablecall.schemas.call.CallEvent;
import java.util.List;

/** What one turn asks of the provider, and what it tells the world; the caller sees to both. */
public record Spoken(List<Directive> directives, List<CallEvent> facts) {

    static final Spoken NOTHING = new Spoken(List.of(), List.of());

    public Spoken {
        directives = List.copyOf(directives);
        facts = List.copyOf(facts);
    }
}
