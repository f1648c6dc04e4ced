/** Text to speech for telephones, with the machine's own synthesizers and a bounded cache on disk. */
@NullMarked
package io.tablecall.speech;

import org.jspecify.annotations.NullMarked;
