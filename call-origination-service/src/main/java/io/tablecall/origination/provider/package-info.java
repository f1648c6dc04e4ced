/** What every telephony provider can be asked. */
@NullMarked
package io.tablecall.origination.provider;

import org.jspecify.annotations.NullMarked;
