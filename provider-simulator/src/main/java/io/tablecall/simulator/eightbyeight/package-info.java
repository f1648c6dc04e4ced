/** The 8x8 Voice API: callflows in, webhooks out. */
@NullMarked
package io.tablecall.simulator.eightbyeight;

import org.jspecify.annotations.NullMarked;
