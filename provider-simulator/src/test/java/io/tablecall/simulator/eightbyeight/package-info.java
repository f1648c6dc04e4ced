@NullMarked
package io.tablecall.simulator.eightbyeight;

import org.jspecify.annotations.NullMarked;
