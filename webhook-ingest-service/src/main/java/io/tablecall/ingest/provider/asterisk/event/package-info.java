/** What Asterisk says, in our words: pure translation from ARI frames to facts about a call. */
@NullMarked
package io.tablecall.ingest.provider.asterisk.event;

import org.jspecify.annotations.NullMarked;
