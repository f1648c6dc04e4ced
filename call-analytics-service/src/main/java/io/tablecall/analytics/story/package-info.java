/** The story of each call, retold from all that was heard about it. */
@NullMarked
package io.tablecall.analytics.story;

import org.jspecify.annotations.NullMarked;
