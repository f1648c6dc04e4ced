@NullMarked
package io.tablecall.localstack.demo;

import org.jspecify.annotations.NullMarked;
