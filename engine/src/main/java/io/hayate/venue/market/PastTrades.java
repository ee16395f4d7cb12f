package io.hayate.venue.market;

import io.hayate.venue.base.Random64;
import io.hayate.venue.book.LimitBook;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Makes up trades from before the venue was there, which end at the price where it starts. */
final class PastTrades {
    private static final long ID_BASE = 1_600_000_000L;
    private static final int ID_SPREAD = 50_000_000;
    private static final int ID_STEP_MAX = 9;
    private static final int GAP_MAX_MS = 3_000;
    private static final int SWEEP_ONE_IN = 4; // a taker who met two orders in one millisecond
    private static final int MOVE_MAX = 3;

    private PastTrades() {}

    /**
     * So many trades as a snapshot tells, the oldest first.
     *
     * @param periods in days, one of which each trade has; a trade of a pair has 0
     */
    static List<Print> of(Random64 random, long nowMs, int start, long unitsMax, int... periods) {
        Deque<Print> past = new ArrayDeque<>();
        long id = ID_BASE + random.below(ID_SPREAD);
        long timeMs = nowMs;
        int at = start;
        while (past.size() < PrintTape.LATEST) {
            boolean same = random.below(SWEEP_ONE_IN) == 0;
            timeMs -= same ? 0 : 1 + random.below(GAP_MAX_MS);
            id -= same ? 1 : 1 + random.below(ID_STEP_MAX);
            long size = 1 + (long) (unitsMax * (random.below(1 << 20) / (double) (1 << 20)));
            int period = periods[random.below(periods.length)];
            past.addFirst(
                    new Print(
                            id,
                            timeMs,
                            random.next() < 0 ? size : -size,
                            at * LimitBook.TICK,
                            period));
            at += random.below(2 * MOVE_MAX + 1) - MOVE_MAX;
        }
        return List.copyOf(past);
    }
}
