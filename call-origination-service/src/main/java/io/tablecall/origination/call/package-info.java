/** The words for a call and its facts on the wire. */
@NullMarked
package io.tablecall.origination.call;

import org.jspecify.annotations.NullMarked;
