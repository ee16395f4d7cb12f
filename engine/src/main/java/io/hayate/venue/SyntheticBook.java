package io.hayate.venue;

import io.hayate.model.Side;

/**
 * The venue's own makers: a price tick apart, 25 levels a side, refilled at every step of the price.
 * Between two steps, what is taken is gone.
 */
final class SyntheticBook {
    static final int LEVELS = 25;

    private static final int AMOUNT_STEPS = 1_000_000;

    private final Random64 random;
    private final long levelUnitsMax;
    private final long[] bidUnits = new long[LEVELS];
    private final long[] askUnits = new long[LEVELS];
    private int bestBid;
    private int bestAsk;

    SyntheticBook(Random64 random, long levelUnitsMax) {
        this.random = random;
        this.levelUnitsMax = levelUnitsMax;
    }

    void refill(int bid, int ask) {
        bestBid = bid;
        bestAsk = ask;
        for (int i = 0; i < LEVELS; i++) {
            bidUnits[i] = amount();
            askUnits[i] = amount();
        }
    }

    /** The price in ticks of the level that a taker of this side meets, 0 being the best. */
    int ticks(Side taker, int level) {
        return taker == Side.BUY ? bestAsk + level : bestBid - level;
    }

    long units(Side taker, int level) {
        return (taker == Side.BUY ? askUnits : bidUnits)[level];
    }

    void take(Side taker, int level, long units) {
        (taker == Side.BUY ? askUnits : bidUnits)[level] -= units;
    }

    /** All that a taker of this side could get. */
    long depthUnits(Side taker) {
        long sum = 0;
        for (long units : taker == Side.BUY ? askUnits : bidUnits) {
            sum += units;
        }
        return sum;
    }

    private long amount() {
        return Math.max(1, levelUnitsMax / AMOUNT_STEPS * (1 + random.below(AMOUNT_STEPS)));
    }
}
