/** Asterisk through ARI: wiring, settings and health of what the packages below do. */
@NullMarked
package io.tablecall.ingest.provider.asterisk;

import org.jspecify.annotations.NullMarked;
