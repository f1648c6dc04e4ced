package io.tablecall.origination.outcome;

import io.tablecall.origination.provider.Origination;
import io.tablecall.schemas.call.EndStatus;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How one call came to its end.
 *
 * @param outage the provider was at fault, not the guest's phone
 */
public record Ending(EndStatus status, @Nullable String cause, boolean outage, Instant at) {

    private static final Pattern CODE = Pattern.compile("-?\\d+");
    private static final Set<Integer> OUTAGES = Set.of(27, 34, 38, 41, 42, 44, 102, -2001, -2002, -2010, -9999);

    /** An end as a provider tells it: Q.850 numbers, SIP statuses and 8x8 error codes are told apart by their range. */
    public static Ending told(EndStatus status, @Nullable String cause, Instant at) {
        return new Ending(status, cause, status == EndStatus.FAILED && isOutage(cause), at);
    }

    /** The call never came to be. */
    public static Ending refused(Origination.Refused refused, Instant at) {
        return new Ending(EndStatus.FAILED, refused.code(), refused.outage(), at);
    }

    private static boolean isOutage(@Nullable String cause) {
        if (cause == null) {
            return false;
        }
        var found = CODE.matcher(cause);
        if (!found.find() || found.group().length() > 6) {
            return false;
        }
        int code = Integer.parseInt(found.group());
        return OUTAGES.contains(code) || (code >= 500 && code < 600);
    }
}
