/** Stories and faults over the local stack. */
@NullMarked
package io.tablecall.endtoend;

import org.jspecify.annotations.NullMarked;
