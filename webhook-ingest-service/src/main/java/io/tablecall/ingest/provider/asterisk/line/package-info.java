/** What goes on over the line: one conversation per channel, steered by events, timers and the flow. */
@NullMarked
package io.tablecall.ingest.provider.asterisk.line;

import org.jspecify.annotations.NullMarked;
