/** Turns prompts into words: ICU messages, in the callee's language and the restaurant's zone. */
@NullMarked
package io.tablecall.callflow.wording;

import org.jspecify.annotations.NullMarked;
