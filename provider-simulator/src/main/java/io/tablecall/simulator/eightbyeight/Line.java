package io.tablecall.simulator.eightbyeight;

import io.tablecall.simulator.Pace;
import io.tablecall.simulator.control.CallLedger;
import io.tablecall.simulator.control.Settings;
import io.tablecall.simulator.control.SettingsHolder;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** What all sessions share. */
@Component
record Line(
        Pace pace,
        InstantSource clock,
        Courier courier,
        Webhooks webhooks,
        CallflowReader reader,
        CallLedger ledger,
        SettingsHolder holder) {

    Instant now() {
        return clock.instant();
    }

    Settings settings() {
        return holder.now();
    }
}
