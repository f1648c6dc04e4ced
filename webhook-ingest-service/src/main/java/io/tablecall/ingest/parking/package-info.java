/** What was said about calls we do not know yet, kept until we do. */
@NullMarked
package io.tablecall.ingest.parking;

import org.jspecify.annotations.NullMarked;
