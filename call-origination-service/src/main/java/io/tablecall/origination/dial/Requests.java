package io.tablecall.origination.dial;

import io.tablecall.callflow.CallContext;
import io.tablecall.callflow.Conversation;
import io.tablecall.callflow.Flow;
import io.tablecall.callflow.Flows;
import io.tablecall.origination.OriginationProperties;
import io.tablecall.origination.provider.Dial;
import io.tablecall.origination.reservation.Confirmation;
import io.tablecall.schemas.call.CallRequested;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts a confirmation into the words of a dial: for the provider, and for whoever leads the conversation. */
@Component
class Requests {

    private static final Duration PROVIDER_MAY_QUEUE = Duration.ofMinutes(1);

    private final Flows flows;
    private final OriginationProperties settings;

    Requests(Flows flows, OriginationProperties settings) {
        this.flows = flows;
        this.settings = settings;
    }

    CallRequested factOf(Confirmation confirmation) {
        var flow = flow(confirmation);
        return CallRequested.newBuilder()
                .setGuestPhone(confirmation.guest().e164())
                .setCallerId(settings.callerId())
                .setFlowId(flow.id())
                .setFlowVersion(flow.version())
                .setLanguage(confirmation.language())
                .setVariables(variables(confirmation))
                .setZone(confirmation.spokenZone().getId())
                .setMaxDurationSeconds((int) settings.maxCallDuration().toSeconds())
                .build();
    }

    /** Words the opening prompt, which may read language data from disk: not for an event loop. */
    Dial dialFor(DueAttempt due, Instant now) {
        var confirmation = due.confirmation();
        var context = new CallContext(variables(confirmation), confirmation.spokenZone());
        var opening = Conversation.of(flow(confirmation), context).start(confirmation.language(), now);
        return new Dial(
                due.attempt().call(),
                confirmation.reservation(),
                confirmation.guest(),
                settings.callerNumber(),
                confirmation.language(),
                opening.directives(),
                settings.ringTimeout(),
                now.plus(PROVIDER_MAY_QUEUE));
    }

    private Flow flow(Confirmation confirmation) {
        return flows.latest(confirmation.flow()).orElseThrow(() -> new IllegalStateException("a flow has gone"));
    }

    private Map<String, String> variables(Confirmation confirmation) {
        var variables = new HashMap<String, String>();
        var restaurant = confirmation.restaurant();
        var callback = restaurant.phone();
        variables.put("restaurantName", restaurant.name());
        variables.put("callbackNumber", callback == null ? settings.callerId() : callback.e164());
        variables.put("reservationTime", confirmation.reservationTime().toString());
        var size = confirmation.partySize();
        if (size != null) {
            variables.put("partySize", Integer.toString(size));
        }
        var guest = confirmation.guestName();
        if (guest != null && !guest.isBlank()) {
            variables.put("guestName", guest);
        }
        return variables;
    }
}
