package io.tablecall.ingest.provider.eightbyeight;

import io.tablecall.ingest.provider.eightbyeight.Webhook.Kind;
import io.tablecall.ingest.provider.eightbyeight.Webhook.Leg;
import io.tablecall.web.BadInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What has been found in a webhook so far. */
final class Findings {

    private static final Pattern KEYS = Pattern.compile("[0-9A-D*#]{1,64}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    @Nullable
    String eventId;

    @Nullable
    String sessionId;

    @Nullable
    String callStatus;

    @Nullable
    String sessionStatus;

    @Nullable
    Integer sipCode;

    @Nullable
    String clientActionId;

    @Nullable
    String source;

    @Nullable
    Instant timestamp;

    @Nullable
    Instant startTime;

    @Nullable
    Instant endTime;

    @Nullable
    Integer errorCode;

    @Nullable
    String errorMessage;

    private @Nullable String dtmf;
    private final List<Leg> legs = new ArrayList<>();

    /** Keys may stand in two places; the one that holds some counts. */
    void dtmf(@Nullable String keys) {
        if (keys == null || keys.isEmpty()) {
            return;
        }
        if (!KEYS.matcher(keys).matches()) {
            throw new BadInput("/payload/eventData/dtmf", "must be keys of a telephone");
        }
        dtmf = keys;
    }

    /** The guest's leg is {@code callA}, spelled {@code CallA} at times. */
    void leg(String name, Leg leg) {
        if (name.equalsIgnoreCase("callA")) {
            legs.addFirst(leg);
        } else {
            legs.add(leg);
        }
    }

    Webhook webhook(Kind kind) {
        var status = kind == Kind.VSS ? sessionStatus : callStatus;
        if (status == null || status.isEmpty()) {
            throw new BadInput("/payload/" + (kind == Kind.VSS ? "sessionStatus" : "callStatus"), "is required");
        }
        if (sessionId == null || !ID.matcher(sessionId).matches()) {
            throw new BadInput("/payload/sessionId", "is required and must be an id");
        }
        return new Webhook(
                eventId,
                sessionId,
                status,
                dtmf,
                sipCode,
                clientActionId,
                source,
                timestamp,
                startTime,
                endTime,
                errorCode,
                errorMessage,
                List.copyOf(legs));
    }
}
