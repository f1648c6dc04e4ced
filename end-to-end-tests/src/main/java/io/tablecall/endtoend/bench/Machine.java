package io.tablecall.endtoend.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What everything here shares. */
final class Machine {

    private Machine() {}

    /** One line: figures mean little without it. */
    static String described() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "%d processors shared by generator, broker, database and contestants; load average %.1f; Java %s",
                system.getAvailableProcessors(),
                system.getSystemLoadAverage(),
                Runtime.version());
    }
}
