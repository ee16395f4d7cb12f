package io.hayate.journal;

import io.hayate.model.Clocks;

/** Both clocks for the price of one: that of the wall is read again once it may have moved on. */
final class JournalClock {
    private static final long VALID_NS = 500_000; // half of what it counts in

    private final Clocks clocks;
    private long readNs;
    private long ms;

    JournalClock(Clocks clocks) {
        this.clocks = clocks;
        ms = clocks.epoch().time();
        readNs = clocks.nano().nanoTime();
    }

    /** The time now, in ns; {@link #ms} is that of the same moment. */
    long readNs() {
        long nowNs = clocks.nano().nanoTime();
        if (nowNs - readNs >= VALID_NS) {
            ms = clocks.epoch().time();
            readNs = nowNs;
        }
        return nowNs;
    }

    long ms() {
        return ms;
    }
}
