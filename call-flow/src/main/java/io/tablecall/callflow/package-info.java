/** Holds the keypad conversation: a checked flow, a position in it, and the pure step from one to the next. */
@NullMarked
package io.tablecall.callflow;

import org.jspecify.annotations.NullMarked;
