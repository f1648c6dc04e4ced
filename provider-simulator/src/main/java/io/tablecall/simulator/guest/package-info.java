/** The guests who are telephoned, and what each of them does. */
@NullMarked
package io.tablecall.simulator.guest;

import org.jspecify.annotations.NullMarked;
