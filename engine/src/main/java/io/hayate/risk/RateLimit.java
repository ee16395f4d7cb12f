package io.hayate.risk;

/** At most so many in any second: remembers when the last ones were. Allocates nothing. */
final class RateLimit {
    private static final long WINDOW_NS = 1_000_000_000L;

    private final long[] timesNs;
    private int next;
    private int count;

    /**
     * A limit.
     *
     * @param perSecond how many a second; {@link RiskLimits#UNLIMITED} for any number
     */
    RateLimit(int perSecond) {
        timesNs = new long[perSecond == RiskLimits.UNLIMITED ? 0 : perSecond];
    }

    /** True when one more at {@code nowNs} keeps the limit. */
    boolean allows(long nowNs) {
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
}
