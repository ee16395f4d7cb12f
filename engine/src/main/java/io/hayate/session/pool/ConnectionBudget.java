package io.hayate.session.pool;

import java.util.concurrent.TimeUnit;

/**
 * The venue's limit on new connections: so many within a window. One for each host, shared by all who
 * connect to it. Any loop; an attempt may wait for another's look at it.
 */
public final class ConnectionBudget {
    private final long[] attemptTimesNs;
    private final long windowNs;
    private int attempts;

    /**
     * A budget that is whole.
     *
     * @param connectionsMax attempts allowed within the window
     */
    public ConnectionBudget(int connectionsMax, int windowMs) {
        attemptTimesNs = new long[connectionsMax];
        windowNs = TimeUnit.MILLISECONDS.toNanos(windowMs);
    }

    /**
     * Counts an attempt that begins now; false when it must wait.
     *
     * @param spare attempts that must be left for others
     */
    public synchronized boolean tryAttempt(long nowNs, int spare) {
        if (left(nowNs) <= spare) {
            return false;
        }
        attemptTimesNs[attempts % attemptTimesNs.length] = nowNs;
        attempts++;
        return true;
    }

    public synchronized boolean hasRoom(long nowNs) {
        return left(nowNs) > 0;
    }

    /** Attempts allowed within a window that is empty. */
    public int max() {
        return attemptTimesNs.length;
    }

    private int left(long nowNs) {
        int recent = 0;
        int known = Math.min(attempts, attemptTimesNs.length);
        for (int i = 0; i < known; i++) {
            recent += nowNs - attemptTimesNs[i] < windowNs ? 1 : 0;
        }
        return attemptTimesNs.length - recent;
    }
}
