package io.tablecall.endtoend.bench;

import java.util.Map;

/**
 * What came of one measurement.
 *
 * @param requests all that were answered, those of the warm-up included
 * @param failed how many of them were not answered as they should be
 * @param failures the same by HTTP status; 0 stands for no answer at all
 * @param perSecond well answered in the measured time
 */
record Load(
        long requests,
        long failed,
        Map<Integer, Long> failures,
        double perSecond,
        double p50Millis,
        double p99Millis) {}
