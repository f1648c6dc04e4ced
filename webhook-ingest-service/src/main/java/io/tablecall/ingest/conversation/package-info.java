/** One step of a conversation, whichever provider carries it. */
@NullMarked
package io.tablecall.ingest.conversation;

import org.jspecify.annotations.NullMarked;
