package io.tablecall.ingest.provider.asterisk.line;

import java.time.InstantSource;

/** What every line works with. {@code app} is our Stasis application. */
public record Desk(
        Calls calls, LineCommands commands, Prompts prompts, LineTimings timings, InstantSource clock, String app) {}
