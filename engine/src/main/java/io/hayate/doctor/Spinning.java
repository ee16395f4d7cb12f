package io.hayate.doctor;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * What a thread that never rests misses: it reads the clock in a loop, and where two readings lie far
 * apart it was off its core.
 *
 * @param spanNs how long it looked
 * @param gaps how often it was off for more than {@link #GAP_NS}
 * @param lostNs those gaps together
 * @param worstOfEachMs the longest gap in each ms; a gap counts in every ms that it touches
 */
record Spinning(long spanNs, long gaps, long lostNs, Sample worstOfEachMs) {
    static final long GAP_NS = TimeUnit.MICROSECONDS.toNanos(20);

    private static final long WINDOW_NS = TimeUnit.MILLISECONDS.toNanos(1);

    /** Spins on this thread. */
    static Spinning measure(LongSupplier clock, long spanNs) {
        long[] worst = new long[(int) (spanNs / WINDOW_NS)];
        long gaps = 0;
        long lostNs = 0;
        long startNs = clock.getAsLong();
        long beforeNs = startNs;
        while (beforeNs - startNs < spanNs) {
            long nowNs = clock.getAsLong();
            long gapNs = nowNs - beforeNs;
            if (gapNs > GAP_NS) {
                gaps++;
                lostNs += gapNs;
            }
            note(gapNs, beforeNs - startNs, nowNs - startNs, worst);
            beforeNs = nowNs;
        }
        return new Spinning(beforeNs - startNs, gaps, lostNs, new Sample(worst, worst.length));
    }

    private static void note(long gapNs, long fromNs, long toNs, long[] worst) {
        int last = (int) Math.min(toNs / WINDOW_NS, worst.length - 1);
        for (int i = (int) (fromNs / WINDOW_NS); i <= last; i++) {
            worst[i] = Math.max(worst[i], gapNs);
        }
    }

    double lostPercent() {
        return 100.0 * lostNs / spanNs;
    }
}
