/** Commands of the booking systems and the confirmations they ask for. */
@NullMarked
package io.tablecall.origination.reservation;

import org.jspecify.annotations.NullMarked;
