package io.hayate.metrics;

import org.HdrHistogram.Histogram;

/** Times that were recorded by one moment, in ns: they change no more. One thread at a time. */
public final class LatencyTimes {
    private final Histogram times;

    LatencyTimes(Histogram times) {
        this.times = times;
    }

    /** How many there are. */
    public long count() {
        return times.getTotalCount();
    }

    /** The time that {@code percent} of them kept; 0 when there are none. */
    public long percentileNs(double percent) {
        return times.getTotalCount() == 0 ? 0 : times.getValueAtPercentile(percent);
    }

    /** The longest; 0 when there are none. */
    public long maxNs() {
        return times.getMaxValue();
    }

    /** All of them together, to three digits. */
    public double sumNs() {
        return times.getTotalCount() == 0 ? 0 : times.getMean() * times.getTotalCount();
    }

    /** How many took no longer than this, to three digits. */
    public long countUpTo(long ns) {
        return times.getTotalCount() == 0 ? 0 : times.getCountBetweenValues(0, ns);
    }
}
