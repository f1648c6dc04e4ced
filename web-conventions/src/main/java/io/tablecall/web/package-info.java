/** How every service of ours speaks HTTP: who may come in, how errors read, what the log tells. */
@NullMarked
package io.tablecall.web;

import org.jspecify.annotations.NullMarked;
