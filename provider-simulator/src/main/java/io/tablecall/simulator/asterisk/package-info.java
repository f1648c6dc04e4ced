/** Asterisk's REST Interface: channels by HTTP, events by WebSocket. */
@NullMarked
package io.tablecall.simulator.asterisk;

import org.jspecify.annotations.NullMarked;
