/** Telephone providers that ring nobody: real HTTP and WebSocket outside, scripted guests inside. */
@NullMarked
package io.tablecall.simulator;

import org.jspecify.annotations.NullMarked;
