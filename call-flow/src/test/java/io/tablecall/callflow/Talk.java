package io.tablecall.callflow;

import io.tablecall.callflow.document.FlowJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;

/** A conversation as a test holds it: it presses, waits, and looks at the last turn. */
final class Talk {
    static final Instant NOON = Instant.parse("2026-05-11T16:00:00Z");
    static final CallContext DINNER = new CallContext(
            Map.of(
                    "restaurantName", "Chez Ana",
                    "callbackNumber", "+6561234567",
                    "reservationTime", "2026-05-15T11:30:00Z",
                    "partySize", "4",
                    "guestName", "Mr Lim"),
            ZoneId.of("Asia/Singapore"));

    private final Conversation conversation;
    private Turn last;

    private Talk(Conversation conversation, Turn first) {
        this.conversation = conversation;
        this.last = first;
    }

    static Talk of(Flow flow, CallContext context, String language, Instant at) {
        var conversation = Conversation.of(flow, context);
        return new Talk(conversation, conversation.start(language, at));
    }

    static Talk builtIn(String language) {
        return of(Flows.builtIn().latest("reservation-confirmation").orElseThrow(), DINNER, language, NOON);
    }

    static Talk file(String name, String language, Instant at) {
        return of(flow(name), new CallContext(Map.of(), ZoneId.of("UTC")), language, at);
    }

    static Flow flow(String name) {
        return Flow.of(FlowJson.withInstalledKinds().read(json(name)));
    }

    static String json(String name) {
        try (var json = Talk.class.getResourceAsStream("/flows/" + name + ".json")) {
            return new String(Objects.requireNonNull(json).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Talk press(String digits) {
        return hear(new Input.Digits(digits));
    }

    Talk silence() {
        return hear(new Input.Silence());
    }

    Talk hear(Input input) {
        last = conversation.after(Position.parse(last.next().toText()), input, NOON);
        return this;
    }

    Turn turn() {
        return last;
    }

    Directive said() {
        return last.directives().getFirst();
    }

    Directive done() {
        return last.directives().getLast();
    }

    Directive.Ask asked() {
        return (Directive.Ask) done();
    }
}
