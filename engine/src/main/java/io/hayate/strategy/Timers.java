package io.hayate.strategy;

import java.util.Arrays;

/**
 * The timers of one strategy: a few, so looking at each is the fastest way. Strategy thread;
 * allocates nothing.
 */
final class Timers {
    /** Timer numbers run from 0 to one less than this. */
    static final int COUNT = 64;

    private static final long NS_PER_MS = 1_000_000L;
    private static final long DELAY_MAX_MS = 100L * 365 * 24 * 3_600_000; // a century

    private final long[] dueNs = new long[COUNT];
    private final long[] periodNs = new long[COUNT];
    private final boolean[] set = new boolean[COUNT];
    private int setCount;

    void schedule(int timerId, long timeNs, long everyNs) {
        check(timerId);
        if (!set[timerId]) {
            set[timerId] = true;
            setCount++;
        }
        dueNs[timerId] = timeNs;
        periodNs[timerId] = everyNs;
    }

    private static void check(int timerId) {
        if (timerId < 0 || timerId >= COUNT) {
            throw new IllegalArgumentException(
                    "timers have numbers from 0 to " + (COUNT - 1) + ": was " + timerId);
        }
    }

    void cancel(int timerId) {
        check(timerId);
        if (set[timerId]) {
            set[timerId] = false;
            setCount--;
        }
    }

    /** Unsets them all. */
    void clear() {
        Arrays.fill(set, false);
        setCount = 0;
    }

    /** The first timer from {@code from} on that is due, moved on or unset; -1 when none is. */
    int nextDue(int from, long nowNs) {
        for (int id = from; setCount > 0 && id < COUNT; id++) {
            if (set[id] && nowNs - dueNs[id] >= 0) {
                moveOn(id, nowNs);
                return id;
            }
        }
        return -1;
    }

    private void moveOn(int id, long nowNs) {
        if (periodNs[id] == 0) {
            cancel(id);
        } else {
            dueNs[id] += periodNs[id];
            if (nowNs - dueNs[id] >= 0) { // late by more than a period: skip, do not pile up
                dueNs[id] = nowNs + periodNs[id];
            }
        }
    }

    /** A time in ns; throws for one below the least, or beyond a century. */
    static long delayNs(long ms, long minMs) {
        if (ms < minMs || ms > DELAY_MAX_MS) {
            throw new IllegalArgumentException(
                    "a timer must be " + minMs + " to " + DELAY_MAX_MS + " ms away: was " + ms);
        }
        return ms * NS_PER_MS;
    }
}
