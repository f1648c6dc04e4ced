@NullMarked
package io.tablecall.localstack;

import org.jspecify.annotations.NullMarked;
