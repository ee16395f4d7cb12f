package io.hayate.replay;

import java.util.ArrayDeque;
import java.util.Deque;

/** The numbers that a recorded run drew, and when it began. One thread. */
final class ReplaySeeds {
    private final Deque<Long> ids = new ArrayDeque<>();
    private final long startNs;
    private final long startMs;
    private long seed;

    ReplaySeeds(long startNs, long startMs) {
        this.startNs = startNs;
        this.startMs = startMs;
    }

    void seed(long value) {
        seed = value;
    }

    void addIds(long first) {
        ids.addLast(first);
    }

    long startNs() {
        return startNs;
    }

    long startMs() {
        return startMs;
    }

    long seed() {
        return seed;
    }

    boolean hasIds() {
        return !ids.isEmpty();
    }

    /** The first of the next block; where the recording has none, one that no run ever takes. */
    long nextIds() {
        return ids.isEmpty() ? Long.MAX_VALUE / 2 : ids.removeFirst();
    }
}
