@NullMarked
package io.tablecall.analytics;

import org.jspecify.annotations.NullMarked;
