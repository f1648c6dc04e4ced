/** The operator's command that makes topics and schemas. Nothing else in the system does. */
@NullMarked
package io.tablecall.schemas.provision;

import org.jspecify.annotations.NullMarked;
