package io.hayate.venue.book;

import io.hayate.model.Side;

/** How deep into the book a market order may go: so many prices of five digits. */
public final class SlipLimit {
    private static final int LEVELS = 25;

    private final SignificantDigits digits;
    private long level;
    private int seen;

    /**
     * The limit of one order.
     *
     * @param taker the side of the order
     */
    public SlipLimit(Side taker) {
        digits = new SignificantDigits(5, taker == Side.BUY);
    }

    /** True when this price, no better than the one asked for before, is beyond the limit. */
    public boolean isBeyond(long price) {
        long rounded = digits.round(price);
        if (rounded != level) {
            level = rounded;
            seen++;
        }
        return seen > LEVELS;
    }
}
