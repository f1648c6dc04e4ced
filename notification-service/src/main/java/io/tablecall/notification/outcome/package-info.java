/** From an outcome heard to a mail queued, sent and reported, once per outcome. */
@NullMarked
package io.tablecall.notification.outcome;

import org.jspecify.annotations.NullMarked;
