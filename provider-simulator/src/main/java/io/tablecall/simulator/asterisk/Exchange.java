package io.tablecall.simulator.asterisk;

import io.tablecall.simulator.Pace;
import io.tablecall.simulator.control.CallLedger;
import io.tablecall.simulator.control.SettingsHolder;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** What all calls of this telephone exchange share. */
@Component
record Exchange(
        Applications applications,
        Sounds sounds,
        CallLedger ledger,
        SettingsHolder settings,
        Pace pace,
        InstantSource clock) {

    boolean knows(String context, String extension) {
        var dialplan = settings.now().dialplan();
        return dialplan.isEmpty() || dialplan.contains(context + "/" + extension);
    }
}
