package io.hayate.doctor;

import java.util.Arrays;

/** Measured times, in ns, and what can be said of them. */
final class Sample {
    private static final double ROUNDING = 1e-6; // 99.9 is a little more than it is

    private final long[] sorted;

    Sample(long[] times, int count) {
        sorted = Arrays.copyOf(times, count);
        Arrays.sort(sorted);
    }

    /** The time that {@code percent} of all kept; 0 when there are none. */
    long percentileNs(double percent) {
        if (sorted.length == 0) {
            return 0;
        }
        int rank = (int) Math.ceil(percent * sorted.length / 100 - ROUNDING);
        return sorted[Math.max(0, rank - 1)];
    }

    long maxNs() {
        return percentileNs(100);
    }

    int count() {
        return sorted.length;
    }
}
