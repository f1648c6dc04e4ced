/** The conventions at work on a real broker, registry and database. */
@NullMarked
package io.tablecall.kafka;

import org.jspecify.annotations.NullMarked;
