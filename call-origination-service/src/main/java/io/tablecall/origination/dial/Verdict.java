package io.tablecall.origination.dial;

import io.tablecall.origination.outcome.Conclusion;
import java.time.Instant;

/** Whether a due attempt may ring now. */
sealed interface Verdict {

    record Ring() implements Verdict {}

    record Later(Instant due) implements Verdict {}

    /** The booking changed or is answered: nobody asks any more. */
    record Overtaken() implements Verdict {}

    record Never(Conclusion conclusion) implements Verdict {}
}
