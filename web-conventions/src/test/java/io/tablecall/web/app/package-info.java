/** A service small enough to show every convention. */
@NullMarked
package io.tablecall.web.app;

import org.jspecify.annotations.NullMarked;
