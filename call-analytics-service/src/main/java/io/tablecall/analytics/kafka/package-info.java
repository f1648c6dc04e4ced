/** The one place where Avro's words become ours. */
@NullMarked
package io.tablecall.analytics.kafka;

import org.jspecify.annotations.NullMarked;
