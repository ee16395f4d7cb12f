package io.hayate.venue;

import io.hayate.model.Side;

/** Other traders, who take from a market's book once at every step of its price. */
final class SyntheticTakers {
    private static final int SWEEP_ONE_IN = 6;
    private static final int SWEEP_ORDERS_MAX = 3;
    private static final int SIZE_STEPS = 1 << 20;
    private static final int LATE_MS = 200;
    private static final int MINUTE_MS = 60_000;

    private final LimitBook book;
    private final Random64 random;
    private final long unitsMax;

    SyntheticTakers(LimitBook book, Random64 random, long unitsMax) {
        this.book = book;
        this.random = random;
        this.unitsMax = unitsMax;
    }

    /** Takes a part of the best order, now and then some whole ones before. */
    void take(Side taker) {
        int whole = random.below(SWEEP_ONE_IN) == 0 ? random.below(SWEEP_ORDERS_MAX) : 0;
        for (int i = 0; i < whole; i++) {
            takeBest(taker, Long.MAX_VALUE);
        }
        takeBest(taker, 1 + (long) (unitsMax * (random.below(SIZE_STEPS) / (double) SIZE_STEPS)));
    }

    private void takeBest(Side taker, long units) {
        BookOrder best = book.bestFor(taker);
        if (best != null) {
            book.take(taker, best, Math.min(units, best.units));
        }
    }

    /** Now; right after the turn of a minute sometimes before it, as of a trade told late. */
    long timeMs() {
        long nowMs = System.currentTimeMillis();
        long sinceMinuteMs = nowMs % MINUTE_MS;
        boolean late = sinceMinuteMs < LATE_MS && (random.next() & 3) == 0;
        return late ? nowMs - sinceMinuteMs - 1 : nowMs;
    }
}
