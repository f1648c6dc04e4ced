/** Numbers that must not be called any more. */
@NullMarked
package io.tablecall.origination.suppression;

import org.jspecify.annotations.NullMarked;
