/** Placing calls through the 8x8 Voice API. */
@NullMarked
package io.tablecall.origination.provider.eightbyeight;

import org.jspecify.annotations.NullMarked;
