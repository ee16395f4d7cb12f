package io.hayate.venue.market;

import io.hayate.model.Side;
import io.hayate.venue.base.Random64;
import java.util.Arrays;

/** What a ticker tells of the day: change, volume and range, always in step with the price. */
public final class DayFigures {
    private static final int WINDOW = 1_024; // trades that make up the moving part of the volume
    private static final int OPEN_BAND_DIVISOR = 40;
    private static final int TRADES_BEFORE = 4_000;
    private static final double RELATIVE_UNITS = 1e8;

    private final long[] window = new long[WINDOW];
    private long open;
    private int trades;
    private long volumeUnits;
    private long high;
    private long low;
    private long last;
    private long toldBid;
    private long toldAsk;
    private long toldVersion = -1; // of the book as it was then

    /**
     * The figures of a day so far.
     *
     * @param start the price of the latest trade, in ticks
     * @param tick what a tick is in the units of prices
     */
    public DayFigures(Random64 random, int start, long tick, long tradeUnitsMax) {
        int band = start / OPEN_BAND_DIVISOR;
        int opened = start - band + random.below(2 * band + 1);
        open = opened * tick;
        high = (Math.max(opened, start) + random.below(band)) * tick;
        low = (Math.min(opened, start) - random.below(band)) * tick;
        last = start * tick;
        volumeUnits = TRADES_BEFORE * (tradeUnitsMax / 2);
    }

    /** A day that begins with this price of the latest trade, of which no more is known. */
    public DayFigures(long start) {
        open = start;
        high = start;
        low = start;
        last = start;
    }

    /**
     * Somebody else has counted.
     *
     * @param change of the price since the day began
     */
    public void restate(long change, long latest, long volume, long highest, long lowest) {
        open = latest - change;
        last = latest;
        volumeUnits = volume;
        high = highest;
        low = lowest;
        Arrays.fill(window, 0);
    }

    /** Takes the best bid and ask that a ticker of elsewhere told, while the book was of this version. */
    public void told(long bid, long ask, long version) {
        toldBid = bid;
        toldAsk = ask;
        toldVersion = version;
    }

    /** What that told of a side, in units of the book; 0 where the book has changed since. */
    long told(Side side, long version) {
        return version != toldVersion ? 0 : side == Side.BUY ? toldBid : toldAsk;
    }

    /** Counts a trade. */
    void onTrade(long price, long units) {
        int at = trades++ & (WINDOW - 1);
        volumeUnits += units - window[at]; // what leaves the window has left the day
        window[at] = units;
        last = price;
        cover(price);
    }

    /** Widens the day's range to this price. */
    void cover(long price) {
        high = Math.max(high, price);
        low = Math.min(low, price);
    }

    /** The price of the latest trade. */
    public long last() {
        return last;
    }

    long change() {
        return last - open;
    }

    /** The relative change in units of 1e-8. */
    long relativeChangeUnits() {
        return open <= 0 ? 0 : Math.round((last - open) * RELATIVE_UNITS / open);
    }

    long volumeUnits() {
        return volumeUnits;
    }

    long high() {
        return high;
    }

    long low() {
        return low;
    }
}
