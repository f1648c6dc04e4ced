package io.tablecall.endtoend.bench;

/** Durations in buckets of fixed relative width: 1/64 of a power of two, so at most 1.6 % off. */
final class Histogram {
    private static final int SUB_BITS = 6;
    private static final int SUB = 1 << SUB_BITS;

    private final long[] counts = new long[(Long.SIZE - SUB_BITS) * SUB];
    private long total;

    void record(long nanos) {
        counts[index(Math.max(nanos, 0))]++;
        total++;
    }

    long total() {
        return total;
    }

    /** The middle of the bucket that holds this part of all durations, in milliseconds. */
    double millisAt(double quantile) {
        long wanted = Math.max(1, (long) Math.ceil(quantile * total));
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= wanted) {
                return middle(i) / 1e6;
            }
        }
        return 0;
    }

    private static int index(long nanos) {
        if (nanos < SUB) {
            return (int) nanos;
        }
        int shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(nanos) - SUB_BITS;
        return (shift + 1) * SUB + (int) ((nanos >>> shift) - SUB);
    }

    private static double middle(int index) {
        if (index < SUB) {
            return index;
        }
        int shift = index / SUB - 1;
        return (index % SUB + SUB + 0.5) * (1L << shift);
    }
}
