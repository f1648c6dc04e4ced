@NullMarked
package io.tablecall.ingest;

import org.jspecify.annotations.NullMarked;
