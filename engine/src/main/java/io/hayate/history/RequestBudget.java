package io.hayate.history;

import java.util.concurrent.TimeUnit;

/**
 * How many requests of a kind may be made: a tenth of what the venue allows, as others who use the key's
 * address ask, too. One thread.
 */
public final class RequestBudget {
    /** A tenth of the 90 that the venue answers within a minute. */
    static final int PER_MINUTE = 9;

    private static final long MINUTE_NS = TimeUnit.MINUTES.toNanos(1);

    private final long[] madeNs = new long[PER_MINUTE];
    private long made;

    /** How long the next one has to wait, in ns; 0 for not at all. */
    public long waitNs(long nowNs) {
        if (made < PER_MINUTE) {
            return 0;
        }
        return Math.max(0, madeNs[(int) (made % PER_MINUTE)] + MINUTE_NS - nowNs);
    }

    /** One is made now. */
    public void onMade(long nowNs) {
        madeNs[(int) (made % PER_MINUTE)] = nowNs;
        made++;
    }
}
