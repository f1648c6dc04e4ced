/** Facts on their way to Kafka: durable in the broker or in the inbox, never neither. */
@NullMarked
package io.tablecall.ingest.publish;

import org.jspecify.annotations.NullMarked;
