package io.hayate.venue.book;

import io.hayate.model.BookPrecision;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Side;

/** What a book channel shows at one moment: so many levels, or orders, a side. */
public final class BookImage {
    private static final int DIGITS_MAX = 5;

    private ImageSide bids;
    private ImageSide asks;
    private boolean areBidsNew = true;
    private boolean areAsksNew = true;

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

    /**
     * Takes what the book holds now, of sides that have changed since {@code told} took them; the others
     * it takes of {@code told}, which is left with something old in their place.
     */
    public void fillChanged(LimitBook book, BookImage told) {
        areBidsNew = !told.bids.isOf(book.side(Side.BUY));
        areAsksNew = !told.asks.isOf(book.side(Side.SELL));
        if (areBidsNew) {
            bids.fill(book.side(Side.BUY));
        } else {
            ImageSide same = told.bids;
            told.bids = bids;
            bids = same;
        }
        if (areAsksNew) {
            asks.fill(book.side(Side.SELL));
        } else {
            ImageSide same = told.asks;
            told.asks = asks;
            asks = same;
        }
    }

    /** True when it shows all that the book holds, in its words. */
    public boolean isAllOf(LimitBook book) {
        return bids.isAllOf(book.side(Side.BUY)) && asks.isAllOf(book.side(Side.SELL));
    }

    /** True when it can take so many rows more. */
    public boolean hasRoom(int rows) {
        return bids.hasRoom(rows) && asks.hasRoom(rows);
    }

    /** Takes what rows tell, as who hears them does; it must have room. */
    public void take(ChannelRows rows) {
        for (int i = 0; i < rows.size(); i++) {
            ImageSide side = rows.units(i) < 0 ? asks : bids;
            if (rows.isRemoved(i)) {
                side.remove(rows.id(i), rows.price(i));
            } else {
                side.set(rows.id(i), rows.price(i), rows.count(i), Math.abs(rows.units(i)));
            }
        }
    }

    /** False when the side is as it was told, by {@link #fillChanged}. */
    public boolean isNew(Side side) {
        return side == Side.BUY ? areBidsNew : areAsksNew;
    }
}
