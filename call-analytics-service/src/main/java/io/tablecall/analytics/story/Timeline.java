package io.tablecall.analytics.story;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a call's timeline as staff read it.
 *
 * @param spoken the prompt's words where a menu began, else null
 * @param provenance how we know
 */
public record Timeline(Instant at, String told, @Nullable String spoken, String provenance) {}
