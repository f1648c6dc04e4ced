/** Whom to call, when and through which provider; what the confirmation came to. */
@NullMarked
package io.tablecall.origination;

import org.jspecify.annotations.NullMarked;
