@NullMarked
package io.tablecall.ingest.provider.asterisk.line;

import org.jspecify.annotations.NullMarked;
