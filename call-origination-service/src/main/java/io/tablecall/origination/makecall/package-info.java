/** The HTTP way to the command topic. */
@NullMarked
package io.tablecall.origination.makecall;

import org.jspecify.annotations.NullMarked;
