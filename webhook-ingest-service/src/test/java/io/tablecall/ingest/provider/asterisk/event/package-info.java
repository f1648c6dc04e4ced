@NullMarked
package io.tablecall.ingest.provider.asterisk.event;

import org.jspecify.annotations.NullMarked;
