/** Telephone numbers and where in the world they ring. */
@NullMarked
package io.tablecall.origination.number;

import org.jspecify.annotations.NullMarked;
