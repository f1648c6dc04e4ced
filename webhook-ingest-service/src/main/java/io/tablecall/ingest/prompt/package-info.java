/** Prompt audio, for a PBX that fetches what it plays. */
@NullMarked
package io.tablecall.ingest.prompt;

import org.jspecify.annotations.NullMarked;
