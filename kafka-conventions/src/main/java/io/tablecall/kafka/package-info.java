/** How every service speaks Kafka: the wire format, the ack a caller may trust, the outbox, and where poison goes. */
@NullMarked
package io.tablecall.kafka;

import org.jspecify.annotations.NullMarked;
