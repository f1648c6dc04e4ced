@NullMarked
package io.tablecall.simulator;

import org.jspecify.annotations.NullMarked;
