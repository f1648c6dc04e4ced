/** The conversation inside a call: what it needs, where it stands, kept in memory and backed by a table. */
@NullMarked
package io.tablecall.ingest.session;

import org.jspecify.annotations.NullMarked;
