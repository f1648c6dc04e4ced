/** The flow language as it is written in JSON: its records, its reader and writer, and what a sound flow must fulfil. */
@NullMarked
package io.tablecall.callflow.document;

import org.jspecify.annotations.NullMarked;
