@NullMarked
package io.tablecall.callflow.document;

import org.jspecify.annotations.NullMarked;
