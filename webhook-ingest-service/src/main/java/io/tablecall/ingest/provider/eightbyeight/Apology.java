package io.tablecall.ingest.provider.eightbyeight;

import io.tablecall.callflow.Directive;
import java.util.List;

/** What a guest hears when we cannot do what the flow, or the call, asks of us. */
final class Apology {

    static final String LANGUAGE = "en-US";
    static final String NOT_CONNECTED = "We are sorry, we cannot connect you right now. Goodbye.";
    private static final String UNKNOWN = "We are sorry, something went wrong. Please call the restaurant. Goodbye.";

    private Apology() {}

    static List<Directive> forUnknownCall() {
        return List.of(new Directive.Say(UNKNOWN, LANGUAGE, ""), new Directive.HangUp());
    }
}
