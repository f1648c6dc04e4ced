@NullMarked
package io.tablecall.ingest.provider.asterisk.link;

import org.jspecify.annotations.NullMarked;
