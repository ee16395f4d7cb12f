package io.hayate.venue.market;

import io.hayate.model.Side;
import io.hayate.venue.book.BookOrder;
import io.hayate.venue.book.LimitBook;

/** The venue's own makers in one book, on both sides of a touch that wanders. */
final class SyntheticMakers {
    private static final int CROSSING_ORDERS_MAX = 4;

    private final LimitBook book;
    private final QuoteSource source;
    private final Quotes bids;
    private final Quotes asks;

    SyntheticMakers(LimitBook book, QuoteSource source, int depth, int far) {
        this.book = book;
        this.source = source;
        bids = new Quotes(book, Side.BUY, source, depth, far);
        asks = new Quotes(book, Side.SELL, source, depth, far);
    }

    /** Fills the book on both sides of these ticks. */
    void start(int bid, int ask) {
        bids.start(bid);
        asks.start(ask);
    }

    /**
     * Takes the touch to these ticks. Clients' orders that are in the way are taken bit by bit, and
     * the makers quote no further than to them.
     */
    void follow(int bid, int ask) {
        sweep(Side.BUY);
        sweep(Side.SELL);
        bids.withdraw(bid);
        asks.withdraw(ask);
        cross(Side.BUY, bid);
        cross(Side.SELL, ask);
        bids.follow(reach(Side.BUY, bid));
        asks.follow(reach(Side.SELL, ask));
    }

    /** Cancels what takers have left too little of. */
    private void sweep(Side side) {
        BookOrder best = book.side(side).best();
        while (best != null && best.isMakers() && source.isTooLittle(best.units())) {
            book.remove(best);
            best = book.side(side).best();
        }
    }

    /** A maker who wants to buy, or sell, up to this tick takes what clients offer for less. */
    private void cross(Side taker, int touch) {
        BookOrder best = book.bestFor(taker);
        long limit = touch * LimitBook.TICK;
        if (best == null || !accepts(taker, limit, best.price())) {
            return;
        }
        long wanted = source.unitsMax() * (1 + source.random().below(CROSSING_ORDERS_MAX));
        while (wanted > 0 && best != null && accepts(taker, limit, best.price())) {
            long units = Math.min(wanted, best.units());
            wanted -= units;
            book.take(taker, best, units);
            best = book.bestFor(taker);
        }
    }

    private static boolean accepts(Side taker, long limit, long price) {
        return taker == Side.BUY ? price <= limit : price >= limit;
    }

    /** The tick up to which a side may quote without meeting the other. */
    private int reach(Side side, int touch) {
        BookOrder opposite = book.bestFor(side);
        if (opposite == null) {
            return touch;
        } else if (side == Side.BUY) {
            return (int) Math.min(touch, (opposite.price() - 1) / LimitBook.TICK);
        }
        long beyond = opposite.price() / LimitBook.TICK + 1;
        return (int) Math.min(Math.max(touch, beyond), Integer.MAX_VALUE / 2);
    }

    /** So many things that makers do while the price stands. */
    void act(int count) {
        sweep(Side.BUY);
        sweep(Side.SELL);
        for (int i = 0; i < count; i++) {
            (source.random().next() < 0 ? bids : asks).act();
        }
    }
}
