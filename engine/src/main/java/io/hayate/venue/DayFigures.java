package io.hayate.venue;

/** What a ticker tells of the day: change, volume and range, always in step with the price. */
final class DayFigures {
    private static final int WINDOW = 1_024; // trades that make up the moving part of the volume
    private static final int OPEN_BAND_DIVISOR = 40;
    private static final int TRADES_BEFORE = 4_000;
    private static final double RELATIVE_UNITS = 1e8;

    private final Random64 random;
    private final long tradeUnitsMax;
    private final long[] window = new long[WINDOW];
    private final int open;
    private int trades;
    private long volumeUnits;
    private int high;
    private int low;
    private int last;

    DayFigures(Random64 random, int start, long tradeUnitsMax) {
        this.random = random;
        this.tradeUnitsMax = tradeUnitsMax;
        int band = start / OPEN_BAND_DIVISOR;
        open = start - band + random.below(2 * band + 1);
        high = Math.max(open, start) + random.below(band);
        low = Math.min(open, start) - random.below(band);
        last = start;
        volumeUnits = TRADES_BEFORE * (tradeUnitsMax / 2) + size();
    }

    /** Counts a trade of seeded size at this price. */
    void onTrade(int price) {
        long units = size();
        int at = trades++ & (WINDOW - 1);
        volumeUnits += units - window[at]; // what leaves the window has left the day
        window[at] = units;
        last = price;
        high = Math.max(high, price);
        low = Math.min(low, price);
    }

    int change() {
        return last - open;
    }

    /** The relative change in units of 1e-8. */
    long relativeChangeUnits() {
        return Math.round((last - open) * RELATIVE_UNITS / open);
    }

    long volumeUnits() {
        return volumeUnits;
    }

    int high() {
        return high;
    }

    int low() {
        return low;
    }

    private long size() {
        return 1 + (long) (tradeUnitsMax * (random.below(1 << 20) / (double) (1 << 20)));
    }
}
