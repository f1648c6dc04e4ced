/** 8x8: its webhooks, and the callflow that answers them. */
@NullMarked
package io.tablecall.ingest.provider.eightbyeight;

import org.jspecify.annotations.NullMarked;
