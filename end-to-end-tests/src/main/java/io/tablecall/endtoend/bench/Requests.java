package io.tablecall.endtoend.bench;

import java.nio.ByteBuffer;

/** An endless supply of HTTP requests; asked by one thread. */
interface Requests {

    /** Puts one whole request. */
    void next(ByteBuffer out);

    /** Whether an answer of status 200 is also the right one. */
    default boolean isGood(String answer) {
        return true;
    }

    /** Whether {@link #isGood} wants to see answers. */
    default boolean looksAtAnswers() {
        return false;
    }
}
