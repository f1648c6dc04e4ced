/** The whole service on real Kafka, registry and Postgres. */
@NullMarked
package io.tablecall.ingest.story;

import org.jspecify.annotations.NullMarked;
