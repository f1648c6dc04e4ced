package io.tablecall.ingest.conversation;

import io.tablecall.callflow.CallContext;
import io.tablecall.callflow.Conversation;
import io.tablecall.callflow.Flow;
import io.tablecall.callflow.Flows;
import io.tablecall.callflow.Input;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Speaks the built-in flow once in each of its languages before anyone calls: what wording must read from disk is read
 * now, and not while the first guest waits on an event loop.
 */
@Component
class Rehearsal implements SmartInitializingSingleton {

    private static final String FLOW = "reservation-confirmation";
    private static final List<String> LANGUAGES = List.of("en-US", "es-ES", "zh-CN", "fr-FR", "de-DE");

    private final Flows flows;
    private final InstantSource clock;

    Rehearsal(Flows flows, InstantSource clock) {
        this.flows = flows;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        flows.latest(FLOW).ifPresent(this::rehearse);
    }

    private void rehearse(Flow flow) {
        var now = clock.instant();
        var context = new CallContext(
                Map.of(
                        "restaurantName", "Rehearsal",
                        "callbackNumber", "+6561234567",
                        "reservationTime", now.toString(),
                        "partySize", "2",
                        "guestName", "Nobody"),
                ZoneOffset.UTC);
        var conversation = Conversation.of(flow, context);
        for (var language : LANGUAGES) {
            var turn = conversation.start(language, now);
            conversation.after(turn.next(), new Input.Digits("7"), now);
            conversation.after(turn.next(), new Input.Silence(), now);
        }
    }
}
