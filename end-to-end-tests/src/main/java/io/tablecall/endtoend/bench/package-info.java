/** Measures the running services beside the floors they are judged against. */
@NullMarked
package io.tablecall.endtoend.bench;

import org.jspecify.annotations.NullMarked;
