/** Telephones sample guests and tells, live and at the end, what came of it. */
@NullMarked
package io.tablecall.localstack.demo;

import org.jspecify.annotations.NullMarked;
