/** Placing calls through the REST interface of an Asterisk. */
@NullMarked
package io.tablecall.origination.provider.asterisk;

import org.jspecify.annotations.NullMarked;
