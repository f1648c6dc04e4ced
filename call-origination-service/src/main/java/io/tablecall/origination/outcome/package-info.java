/** What a call's events make of its confirmation. */
@NullMarked
package io.tablecall.origination.outcome;

import org.jspecify.annotations.NullMarked;
