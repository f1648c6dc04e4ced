/** The page staff watch and the API beside it. */
@NullMarked
package io.tablecall.analytics.board;

import org.jspecify.annotations.NullMarked;
