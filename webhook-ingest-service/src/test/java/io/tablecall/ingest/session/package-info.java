@NullMarked
package io.tablecall.ingest.session;

import org.jspecify.annotations.NullMarked;
