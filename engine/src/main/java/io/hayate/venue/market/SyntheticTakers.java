package io.hayate.venue.market;

import io.hayate.model.Side;
import io.hayate.venue.base.Random64;
import io.hayate.venue.book.BookOrder;
import io.hayate.venue.book.LimitBook;
import org.agrona.concurrent.EpochClock;

/** Other traders, who take from a market's book once at every step of its price. */
final class SyntheticTakers {
    private static final int SWEEP_ONE_IN = 6;
    private static final int SWEEP_ORDERS_MAX = 3;
    private static final int SIZE_STEPS = 1 << 20;
    private static final int LATE_MS = 200;
    private static final int MINUTE_MS = 60_000;

    private final LimitBook book;
    private final EpochClock clock;
    private final Random64 random;
    private final Random64 lateness;
    private final long unitsMin;
    private final long unitsMax;

    /**
     * Takers of a book.
     *
     * @param random what they take hangs on it alone
     * @param lateness which of their trades are told late, where the clock allows it
     * @param unitsMin the least that they take, and leave
     * @param unitsMax the most that they take of the last order
     */
    SyntheticTakers(
            LimitBook book,
            EpochClock clock,
            Random64 random,
            Random64 lateness,
            long unitsMin,
            long unitsMax) {
        this.book = book;
        this.clock = clock;
        this.random = random;
        this.lateness = lateness;
        this.unitsMin = unitsMin;
        this.unitsMax = unitsMax;
    }

    /** Takes a part of the best order, now and then some whole ones before. */
    void take(Side taker) {
        int whole = random.below(SWEEP_ONE_IN) == 0 ? random.below(SWEEP_ORDERS_MAX) : 0;
        for (int i = 0; i < whole; i++) {
            takeBest(taker, Long.MAX_VALUE);
        }
        long units = (long) (unitsMax * (random.below(SIZE_STEPS) / (double) SIZE_STEPS));
        takeBest(taker, Math.max(unitsMin, 1 + units));
    }

    private void takeBest(Side taker, long units) {
        BookOrder best = book.bestFor(taker);
        if (best != null) {
            boolean whole = best.units() - unitsMin < units;
            book.take(taker, best, whole ? best.units() : units);
        }
    }

    /** Now; right after the turn of a minute sometimes before it, as of a trade told late. */
    long timeMs() {
        long nowMs = clock.time();
        long sinceMinuteMs = nowMs % MINUTE_MS;
        boolean late = (lateness.next() & 3) == 0 && sinceMinuteMs < LATE_MS;
        return late ? nowMs - sinceMinuteMs - 1 : nowMs;
    }
}
