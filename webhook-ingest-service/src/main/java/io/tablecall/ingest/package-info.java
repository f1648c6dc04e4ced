/** All that providers tell us, and the answer they get while the guest is on the line. */
@NullMarked
package io.tablecall.ingest;

import org.jspecify.annotations.NullMarked;
