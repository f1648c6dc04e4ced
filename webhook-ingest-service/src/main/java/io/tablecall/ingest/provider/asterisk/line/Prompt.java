package io.tablecall.ingest.provider.asterisk.line;

import java.time.Duration;

/** Something Asterisk can play: its media URI, and how long it lasts. */
public record Prompt(String media, Duration length) {}
