/** Tools over the whole of Tablecall, run by {@code ./tablecall}. */
@NullMarked
package io.tablecall.endtoend;

import org.jspecify.annotations.NullMarked;
