package io.hayate.risk;

import java.util.concurrent.TimeUnit;

/**
 * Whether the venue has rejected so many orders in a short time that something is wrong: then none leaves
 * for a while. Strategy thread; allocates nothing.
 */
final class RejectCheck {
    private final long windowNs;
    private final long pauseNs;
    private final long[] timesNs; // of the latest rejections
    private long seen;
    private long counted;
    private boolean isPaused;
    private long pausedUntilNs;

    RejectCheck(RejectLimits limits) {
        windowNs = TimeUnit.MILLISECONDS.toNanos(limits.windowMs());
        pauseNs = TimeUnit.MILLISECONDS.toNanos(limits.pauseMs());
        timesNs = new long[limits.most() == RejectLimits.UNLIMITED ? 0 : limits.most()];
    }

    /**
     * Takes how many orders were rejected since the start.
     *
     * @param nowNs the time now; what is new is counted as of now
     */
    void onRejects(long count, long nowNs) {
        for (; seen < count; seen++) {
            if (timesNs.length > 0) {
                add(nowNs);
            }
        }
    }

    private void add(long nowNs) {
        int at = (int) (counted % timesNs.length);
        timesNs[at] = nowNs;
        counted++;
        long oldestNs = timesNs[(int) (counted % timesNs.length)];
        if (counted >= timesNs.length && nowNs - oldestNs < windowNs) {
            isPaused = true;
            pausedUntilNs = nowNs + pauseNs;
            counted = 0; // what comes in the pause counts anew
        }
    }

    RiskVerdict check(long nowNs) {
        isPaused = isPaused && nowNs - pausedUntilNs < 0;
        return isPaused ? RiskVerdict.REJECTS : RiskVerdict.ACCEPTED;
    }
}
