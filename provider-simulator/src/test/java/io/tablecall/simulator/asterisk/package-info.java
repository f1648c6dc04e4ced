@NullMarked
package io.tablecall.simulator.asterisk;

import org.jspecify.annotations.NullMarked;
