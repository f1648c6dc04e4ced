@NullMarked
package io.tablecall.ingest.provider.asterisk;

import org.jspecify.annotations.NullMarked;
