package io.hayate.report;

import org.HdrHistogram.Histogram;

/**
 * Percentiles that were measured. One that has no time above it is the maximum under another name:
 * p99 needs a hundred times, p99.9 a thousand. Half of the times is told of any number.
 */
final class Percentiles {
    static final String UNKNOWN = "-";

    private static final double ALL = 100;
    private static final double HALF = 50;
    private static final double TOLERANCE = 1e-6; // 100 - 99.9 is a little less than 0.1

    private Percentiles() {}

    /** The time that {@code percent} of all kept, in µs; {@link #UNKNOWN} where too few tell it. */
    static String text(Histogram times, double percent) {
        return isMeasured(times.getTotalCount(), percent)
                ? Micros.text(times.getValueAtPercentile(percent))
                : UNKNOWN;
    }

    static boolean isMeasured(long count, double percent) {
        return percent <= HALF ? count > 0 : count * (ALL - percent) >= ALL - TOLERANCE;
    }
}
