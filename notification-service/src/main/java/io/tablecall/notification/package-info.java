/** Tells restaurants how confirmations ended. */
@NullMarked
package io.tablecall.notification;

import org.jspecify.annotations.NullMarked;
