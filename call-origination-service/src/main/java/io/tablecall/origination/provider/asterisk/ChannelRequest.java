package io.tablecall.origination.provider.asterisk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tablecall.origination.provider.Dial;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /ari/channels}: into our Stasis app, or into a dialplan that holds the flow itself. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChannelRequest(
        String endpoint,
        String channelId,
        String callerId,
        long timeout,
        @Nullable String app,
        @Nullable String appArgs,
        @Nullable String context,
        @Nullable String extension,
        @Nullable Integer priority,
        Map<String, String> variables) {

    static ChannelRequest of(Dial dial, AsteriskProperties settings) {
        var call = dial.call().toString();
        var dialplan = settings.dialplanMode();
        return new ChannelRequest(
                settings.endpoint()
                        .replace("{number}", dial.guest().e164())
                        .replace("{digits}", dial.guest().digits()),
                call,
                dial.caller().e164(),
                Math.max(1, dial.ringTimeout().toSeconds()),
                dialplan ? null : settings.app(),
                dialplan ? null : call,
                dialplan ? settings.context() : null,
                dialplan ? settings.extension() : null,
                dialplan ? 1 : null,
                Map.of("TABLECALL_CALL_ID", call, "TABLECALL_RESERVATION_ID", dial.reservation()));
    }
}
