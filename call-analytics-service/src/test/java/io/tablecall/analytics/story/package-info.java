@NullMarked
package io.tablecall.analytics.story;

import org.jspecify.annotations.NullMarked;
