package io.tablecall.origination;

import io.tablecall.callflow.Directive;
import io.tablecall.origination.call.CallId;
import io.tablecall.origination.number.PhoneNumber;
import io.tablecall.origination.provider.Dial;
import io.tablecall.origination.reservation.Confirmation;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The least that rules and adapters need to be tried. */
public final class Fixtures {

    private Fixtures() {}

    public static Confirmation confirmation(String reservation, Instant reservationTime) {
        return new Confirmation(
                "default",
                reservation,
                1,
                new PhoneNumber("+6591234567"),
                List.of(ZoneId.of("Asia/Singapore")),
                null,
                null,
                reservationTime,
                new Confirmation.Restaurant("trattoria", "Trattoria", null, null, null),
                "en-US",
                "8x8",
                "reservation-confirmation",
                0,
                null);
    }

    public static Dial dial() {
        return new Dial(
                CallId.of("default", "RES1", 1, 1),
                "RES1",
                new PhoneNumber("+6591234567"),
                new PhoneNumber("+6568332042"),
                "en-US",
                List.of(
                        new Directive.Say("Hello from Trattoria.", "en-US", "Joanna"),
                        new Directive.Ask("main", "Press 1 to confirm.", "en-US", "Joanna", Duration.ofSeconds(5), 1)),
                Duration.ofSeconds(30),
                Instant.parse("2026-11-20T04:01:00Z"));
    }
}
