/** Starts all that Tablecall needs on one machine, each part as a process of its own: for tests, for trying out. */
@NullMarked
package io.tablecall.localstack;

import org.jspecify.annotations.NullMarked;
