@NullMarked
package io.tablecall.callflow;

import org.jspecify.annotations.NullMarked;
