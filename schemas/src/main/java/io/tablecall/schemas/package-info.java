/** The only language services share on the wire: Avro records, and the topics they travel on. */
@NullMarked
package io.tablecall.schemas;

import org.jspecify.annotations.NullMarked;
