/** When an attempt may be dialled, and the dialling itself. */
@NullMarked
package io.tablecall.origination.dial;

import org.jspecify.annotations.NullMarked;
