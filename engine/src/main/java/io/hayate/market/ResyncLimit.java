package io.hayate.market;

/** How often a book may ask for a fresh snapshot: three times in any minute. */
final class ResyncLimit {
    static final int TIMES = 3;
    static final long WINDOW_NS = 60_000_000_000L;

    private final long[] takenNs = new long[TIMES];
    private int taken;

    /** True when it may ask now. */
    boolean allows(long nowNs) {
        return taken < TIMES || nowNs - takenNs[taken % TIMES] >= WINDOW_NS;
    }

    /** Counts one. */
    void take(long nowNs) {
        takenNs[taken % TIMES] = nowNs;
        taken++;
        if (taken == 2 * TIMES) {
            taken = TIMES; // the same place in the ring
        }
    }
}
