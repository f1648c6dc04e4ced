package io.tablecall.ingest.provider.eightbyeight;

import io.tablecall.ingest.provider.eightbyeight.Webhook.Kind;
import io.tablecall.ingest.provider.eightbyeight.Webhook.Leg;
import io.tablecall.schemas.call.EndStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From 8x8's words to ours. What has no meaning for a call's story gives nothing. */
final class Translation {

    private static final int SIP_RINGING = 180;

    private Translation() {}

    static List<Meaning> of(Kind kind, Webhook webhook, Instant receivedAt) {
        return switch (kind) {
            case VCA -> List.of();
            case VCS -> progress(webhook, receivedAt);
            case VSS -> summary(webhook, receivedAt);
        };
    }

    /** That a call was initiated does not mean it rings; only the SIP code says so. */
    private static List<Meaning> progress(Webhook webhook, Instant receivedAt) {
        var at = Objects.requireNonNullElse(webhook.timestamp(), receivedAt);
        return switch (webhook.status().toUpperCase(Locale.ROOT)) {
            case "CALL_CONNECTED" -> List.of(new Meaning.Answered(at));
            case "CALL_INITIATED", "CALL_UPDATED" ->
                Integer.valueOf(SIP_RINGING).equals(webhook.sipCode()) ? List.of(new Meaning.Ringing(at)) : List.of();
            default -> List.of();
        };
    }

    private static List<Meaning> summary(Webhook webhook, Instant receivedAt) {
        var leg = webhook.legs().isEmpty()
                ? new Leg(null, null, null)
                : webhook.legs().getFirst();
        var end = first(webhook.endTime(), leg.disconnected(), receivedAt);
        var meanings = new ArrayList<Meaning>(2);
        if (leg.connected() != null) {
            meanings.add(new Meaning.Answered(leg.connected()));
        }
        var cause = webhook.errorCode() == null
                ? webhook.status()
                : webhook.errorCode().toString();
        meanings.add(
                new Meaning.Ended(end, status(webhook.status()), cause, webhook.errorMessage(), talkSeconds(leg, end)));
        return meanings;
    }

    static EndStatus status(String sessionStatus) {
        return switch (sessionStatus.toUpperCase(Locale.ROOT)) {
            case "COMPLETED", "COMPLETED_UNSUBSCRIBED", "COMPLETED_UNSUB_ERROR" -> EndStatus.COMPLETED;
            case "BUSY" -> EndStatus.BUSY;
            case "NO_ANSWER" -> EndStatus.NO_ANSWER;
            case "CANCELED", "CANCELLED" -> EndStatus.CANCELED;
            default -> EndStatus.FAILED;
        };
    }

    private static @Nullable Double talkSeconds(Leg leg, Instant end) {
        if (leg.connected() == null) {
            return null;
        }
        if (leg.seconds() != null) {
            return leg.seconds().doubleValue();
        }
        var until = leg.disconnected() == null ? end : leg.disconnected();
        return Duration.between(leg.connected(), until).toMillis() / 1000.0;
    }

    private static Instant first(@Nullable Instant one, @Nullable Instant two, Instant otherwise) {
        return one != null ? one : Objects.requireNonNullElse(two, otherwise);
    }
}
