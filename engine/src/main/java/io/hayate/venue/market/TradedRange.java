package io.hayate.venue.market;

/** The lowest and the highest price of a market's trades since it was cleared last. */
public final class TradedRange {
    private long low = Long.MAX_VALUE;
    private long high = Long.MIN_VALUE;

    void add(long price) {
        low = Math.min(low, price);
        high = Math.max(high, price);
    }

    /** True when there was no trade. */
    public boolean isEmpty() {
        return low > high;
    }

    /** In units of the book; only when there was a trade. */
    public long low() {
        return low;
    }

    /** In units of the book; only when there was a trade. */
    public long high() {
        return high;
    }

    /** Forgets all trades. */
    public void clear() {
        low = Long.MAX_VALUE;
        high = Long.MIN_VALUE;
    }
}
