package io.hayate.risk;

/**
 * At most so many orders in any second: remembers when the last ones were. Cancels always leave; beyond a
 * quarter as many in a second they count as orders do. Allocates nothing.
 */
final class RateLimit {
    private static final long WINDOW_NS = 1_000_000_000L;

    private static final int CANCEL_SHARE = 4;

    private final long[] timesNs;
    private final long[] cancelTimesNs;
    private int next;
    private int count;
    private int nextCancel;
    private int cancels;
    private boolean isPaused;
    private long pausedUntilNs;

    /**
     * A limit.
     *
     * @param perSecond how many a second; {@link RiskLimits#UNLIMITED} for any number
     */
    RateLimit(int perSecond) {
        timesNs = new long[perSecond == RiskLimits.UNLIMITED ? 0 : perSecond];
        cancelTimesNs = new long[Math.max(1, timesNs.length / CANCEL_SHARE)];
    }

    /** True when one more at {@code nowNs} keeps the limit. */
    boolean allows(long nowNs) {
        isPaused = isPaused && nowNs - pausedUntilNs < 0;
        if (isPaused) {
            return false;
        }
        return count < timesNs.length || timesNs.length == 0 || nowNs - timesNs[next] >= WINDOW_NS;
    }

    /** Counts one at {@code nowNs}. */
    void add(long nowNs) {
        if (timesNs.length == 0) {
            return;
        }
        timesNs[next] = nowNs;
        next = next + 1 == timesNs.length ? 0 : next + 1;
        count = Math.min(count + 1, timesNs.length);
    }

    /** Counts a cancel at {@code nowNs}. */
    void addCancel(long nowNs) {
        boolean isBeyond =
                cancels == cancelTimesNs.length && nowNs - cancelTimesNs[nextCancel] < WINDOW_NS;
        cancelTimesNs[nextCancel] = nowNs;
        nextCancel = nextCancel + 1 == cancelTimesNs.length ? 0 : nextCancel + 1;
        cancels = Math.min(cancels + 1, cancelTimesNs.length);
        if (isBeyond) {
            add(nowNs);
        }
    }

    /** The venue finds that it was too much: nothing is allowed for a second. */
    void pause(long nowNs) {
        isPaused = true;
        pausedUntilNs = nowNs + WINDOW_NS;
    }
}
