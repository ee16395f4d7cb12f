package io.hayate.venue.book;

import io.hayate.model.BookPrecision;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Side;

/** What a book channel shows at one moment: so many levels, or orders, a side. */
public final class BookImage {
    private static final int DIGITS_MAX = 5;

    private final ImageSide bids;
    private final ImageSide asks;

    /** An empty image for a channel. */
    public BookImage(ChannelSpec spec) {
        bids = side(spec, Side.BUY);
        asks = side(spec, Side.SELL);
    }

    private static ImageSide side(ChannelSpec spec, Side side) {
        SignificantDigits digits =
                spec.isRaw()
                        ? null
                        : new SignificantDigits(digits(spec.precision()), side == Side.SELL);
        return new ImageSide(side, spec.length(), digits);
    }

    private static int digits(BookPrecision precision) {
        return switch (precision) {
            case P0, R0 -> DIGITS_MAX;
            case P1 -> DIGITS_MAX - 1;
            case P2 -> DIGITS_MAX - 2;
            case P3 -> DIGITS_MAX - 3;
            case P4 -> DIGITS_MAX - 4;
        };
    }

    /** The bids, best first. */
    public ImageSide bids() {
        return bids;
    }

    /** The asks, best first. */
    public ImageSide asks() {
        return asks;
    }

    /** Takes what the book holds now. */
    public void fill(LimitBook book) {
        bids.fill(book.side(Side.BUY));
        asks.fill(book.side(Side.SELL));
    }
}
