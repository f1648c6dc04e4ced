/** The way to Asterisk and back: who of us may hold it, the event socket, the REST commands. */
@NullMarked
package io.tablecall.ingest.provider.asterisk.link;

import org.jspecify.annotations.NullMarked;
