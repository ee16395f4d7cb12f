package io.hayate.venue.market;

import io.hayate.venue.base.Random64;

/**
 * A seeded price that wanders around its start, in whole ticks of five digits, so that every price
 * is one the venue would write. Depends on the seed and the number of steps alone.
 */
final class PriceProcess {
    private static final int MOVE_MAX = 6;
    private static final int SPREAD_MAX = 4;
    private static final int PULL_DIVISOR = 512;
    private static final int BAND_DIVISOR = 8;
    private static final int LOWEST = 10_100; // leaves room for a book on both sides
    private static final int HIGHEST = 99_800;

    private final Random64 random;
    private final int anchor;
    private final int low;
    private final int high;
    private int bid;
    private int ask;
    private int last;

    /**
     * A process at rest at its start.
     *
     * @param start five digits, from 10000 to 99999
     */
    PriceProcess(Random64 random, int start) {
        this.random = random;
        anchor = Math.min(Math.max(start, LOWEST), HIGHEST);
        low = Math.max(anchor - anchor / BAND_DIVISOR, LOWEST);
        high = Math.min(anchor + anchor / BAND_DIVISOR, HIGHEST);
        bid = anchor;
        ask = anchor + 1;
        last = anchor;
    }

    void step() {
        int move = random.below(2 * MOVE_MAX + 1) - MOVE_MAX + (anchor - bid) / PULL_DIVISOR;
        bid = Math.min(Math.max(bid + move, low), high);
        ask = bid + 1 + random.below(SPREAD_MAX);
        last = random.next() < 0 ? bid : ask;
    }

    int bid() {
        return bid;
    }

    int ask() {
        return ask;
    }

    /** The price of the latest trade, at one of the two. */
    int last() {
        return last;
    }
}
