/** How confirmations ended, and how many ended how. */
@NullMarked
package io.tablecall.analytics.outcome;

import org.jspecify.annotations.NullMarked;
