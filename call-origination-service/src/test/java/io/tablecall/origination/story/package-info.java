/** The whole service on real Kafka, registry and PostgreSQL; only the provider is played. */
@NullMarked
package io.tablecall.origination.story;

import org.jspecify.annotations.NullMarked;
