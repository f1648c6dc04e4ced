package io.tablecall.origination.dial;

import io.tablecall.origination.call.CallId;
import io.tablecall.origination.number.PhoneNumber;
import io.tablecall.origination.outcome.Conclusion;
import io.tablecall.origination.reservation.Confirmation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** A batch of due attempts, sorted by what becomes of them. Of two for one number only the first rings. */
record Judged(
        int looked,
        List<DueAttempt> ring,
        List<CallId> later,
        List<Instant> laterDue,
        List<CallId> overtaken,
        List<Ended> never) {

    record Ended(Confirmation confirmation, Conclusion conclusion) {}

    static Judged of(List<DueAttempt> batch, DialRule rule, Instant now) {
        var judged = new Judged(
                batch.size(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        var ringing = new HashSet<PhoneNumber>();
        for (var due : batch) {
            var verdict = rule.judge(due, now);
            if (verdict instanceof Verdict.Ring
                    && !ringing.add(due.confirmation().guest())) {
                verdict = new Verdict.Later(now.plus(DialRule.WHILE_NUMBER_IS_BUSY));
            }
            judged.sort(due, verdict);
        }
        return judged;
    }

    private void sort(DueAttempt due, Verdict verdict) {
        switch (verdict) {
            case Verdict.Ring _ -> ring.add(due);
            case Verdict.Later(var moment) -> {
                later.add(due.attempt().call());
                laterDue.add(moment);
            }
            case Verdict.Overtaken _ -> overtaken.add(due.attempt().call());
            case Verdict.Never(var conclusion) -> never.add(new Ended(due.confirmation(), conclusion));
        }
    }
}
