/** Projections of calls and outcomes, the read API and the dashboard. */
@NullMarked
package io.tablecall.analytics;

import org.jspecify.annotations.NullMarked;
