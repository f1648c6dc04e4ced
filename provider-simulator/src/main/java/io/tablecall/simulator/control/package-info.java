/** What a test may ask of the simulator: rings counted, faults switched on, guesses settled. */
@NullMarked
package io.tablecall.simulator.control;

import org.jspecify.annotations.NullMarked;
