package io.hayate.metrics;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/** Times of one stage of a frame's path, in ns: one thread records, without allocation; any reads. */
public final class LatencyHistogram {
    private static final long HIGHEST_NS = 60_000_000_000L;
    private static final int DIGITS = 3;

    private final SingleWriterRecorder recorder = new SingleWriterRecorder(HIGHEST_NS, DIGITS);
    private final Histogram total = new Histogram(HIGHEST_NS, DIGITS);
    private Histogram interval;

    /** Records one time; one beyond a minute counts as a minute. */
    public void record(long ns) {
        recorder.recordValue(Math.min(Math.max(ns, 0), HIGHEST_NS));
    }

    /** How many were recorded since the start. */
    public synchronized long count() {
        gather();
        return total.getTotalCount();
    }

    /** The time that {@code percent} of the recorded times kept, in ns; 0 when there are none. */
    public synchronized long percentileNs(double percent) {
        gather();
        return total.getTotalCount() == 0 ? 0 : total.getValueAtPercentile(percent);
    }

    /** All that was recorded so far, at one moment. */
    public synchronized Histogram snapshot() {
        gather();
        return total.copy();
    }

    /** The same, to be asked without its library. */
    public LatencyTimes times() {
        return new LatencyTimes(snapshot());
    }

    private void gather() {
        interval = recorder.getIntervalHistogram(interval);
        total.add(interval);
    }
}
