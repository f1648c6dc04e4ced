@NullMarked
package io.tablecall.ingest.provider.eightbyeight;

import org.jspecify.annotations.NullMarked;
