package io.hayate.report;

import org.HdrHistogram.Histogram;

/**
 * What the times of a stage have come to.
 *
 * @param count how many were measured
 * @param p50Ns the time that half of them kept
 * @param p90Ns that nine in ten kept
 * @param p99Ns that 99 in a hundred kept
 * @param p999Ns that 999 in a thousand kept
 * @param maxNs the longest
 */
public record StageTimes(long count, long p50Ns, long p90Ns, long p99Ns, long p999Ns, long maxNs) {
    /** Those of a histogram; zeros where nothing was measured. */
    public static StageTimes of(Histogram times) {
        return times.getTotalCount() == 0
                ? new StageTimes(0, 0, 0, 0, 0, 0)
                : new StageTimes(
                        times.getTotalCount(),
                        times.getValueAtPercentile(50),
                        times.getValueAtPercentile(90),
                        times.getValueAtPercentile(99),
                        times.getValueAtPercentile(99.9),
                        times.getMaxValue());
    }
}
