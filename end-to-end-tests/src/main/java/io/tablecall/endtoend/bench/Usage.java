package io.tablecall.endtoend.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process has used of the machine so far, as Linux counts it. */
record Usage(double cpuSeconds, double residentMegabytes) {
    private static final double TICKS_PER_SECOND = 100;
    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;

    static Usage of(long pid) throws IOException {
        var folder = Path.of("/proc", Long.toString(pid));
        var stat = Files.readString(folder.resolve("stat"));
        // The program's name may hold spaces; the numbers follow its closing bracket.
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        double ticks = Double.parseDouble(fields[USER_TIME]) + Double.parseDouble(fields[SYSTEM_TIME]);
        return new Usage(ticks / TICKS_PER_SECOND, residentKilobytes(folder) / 1024.0);
    }

    private static long residentKilobytes(Path folder) throws IOException {
        for (var line : Files.readAllLines(folder.resolve("status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", ""));
            }
        }
        return 0;
    }
}
