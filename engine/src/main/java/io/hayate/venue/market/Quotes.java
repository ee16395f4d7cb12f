package io.hayate.venue.market;

import io.hayate.model.Side;
import io.hayate.venue.base.Random64;
import io.hayate.venue.book.BookOrder;
import io.hayate.venue.book.BookSide;
import io.hayate.venue.book.LimitBook;

/**
 * The quotes of the venue's makers on one side of a book: thick from the touch to a depth, a few
 * far from it. They follow the touch, and add, move, resize and cancel now and then, more often near
 * it. Clients' orders between them stay as they are.
 */
final class Quotes {
    private static final int TOP = 25; // ticks in which a hole is filled soon
    private static final int TOUCH = 3; // ticks in which it is filled at once
    private static final int HOLE_FILLED_ONE_IN = 4;
    private static final int SLACK = 40; // ticks by which the deep end may lag behind
    private static final int FAR_ADDED_ONE_IN = 8;
    private static final int FINE_ONE_IN = 16;
    private static final int FINE_UNITS = (int) (LimitBook.TICK / 2);
    private static final int SKEW_BITS = 15;
    private static final int MOVE_TICKS_MAX = 4;

    private final LimitBook book;
    private final Side side;
    private final BookSide orders;
    private final QuoteSource source;
    private final Random64 random;
    private final int depth;
    private final int countWanted;
    private int top; // the best tick at which the makers quote
    private int deep; // the last tick of the thick part

    /**
     * No quotes yet.
     *
     * @param depth ticks of the thick part
     * @param far orders beyond it
     */
    Quotes(LimitBook book, Side side, QuoteSource source, int depth, int far) {
        this.book = book;
        this.side = side;
        this.source = source;
        this.depth = depth;
        orders = book.side(side);
        random = source.random();
        countWanted = far == 0 ? depth : depth + depth / 2 + far;
    }

    /** Quotes for the first time: one order at each of the best prices. */
    void start(int touch) {
        top = touch;
        deep = touch + side.sign();
        extend();
        while (orders.count() < countWanted) {
            addFar();
        }
    }

    /** Cancels what is quoted better than this tick. */
    void withdraw(int touch) {
        for (int rank = 0; rank < orders.count(); ) {
            if (!isBeyond(orders.priceAt(rank), touch)) {
                return;
            }
            BookOrder order = orders.at(rank);
            if (order.isMakers()) {
                book.remove(order);
            } else {
                rank++;
            }
        }
    }

    /** Quotes up to this tick, where nothing better may be quoted. */
    void follow(int touch) {
        int before = top;
        top = touch;
        fillTop();
        int gap = Math.min((touch - before) * side.sign(), depth);
        for (int distance = TOP; distance < gap; distance++) {
            add(at(distance));
        }
        int wanted = at(depth);
        if (isBetter(deep, wanted)) {
            extend();
        } else if ((wanted - deep) * side.sign() > SLACK) {
            shorten(wanted);
        }
        if (orders.count() < countWanted && random.below(FAR_ADDED_ONE_IN) == 0) {
            addFar();
        }
    }

    private void fillTop() {
        int rank = 0;
        for (int distance = 0; distance < TOP; distance++) {
            int tick = at(distance);
            while (rank < orders.count() && isBeyond(orders.priceAt(rank), tick)) {
                rank++;
            }
            boolean hole = rank == orders.count() || !reaches(orders.priceAt(rank), tick);
            if (hole && (distance < TOUCH || random.below(HOLE_FILLED_ONE_IN) == 0)) {
                add(tick);
            }
        }
    }

    private void extend() {
        int wanted = at(depth);
        int from = deep - side.sign();
        for (int tick = isBetter(from, top) ? top : from;
                !isBetter(wanted, tick);
                tick -= side.sign()) {
            add(tick);
            if (distanceOf(tick) > TOP && countWanted > depth && random.next() < 0) {
                add(tick);
            }
        }
        deep = wanted;
    }

    private void shorten(int wanted) {
        int rank = orders.rankOf(wanted * LimitBook.TICK);
        while (rank < orders.count() && !isBetter(deep, tickOf(orders.at(rank)))) {
            BookOrder order = orders.at(rank);
            if (!order.isMakers() || order.isFar() || !isBetter(wanted, tickOf(order))) {
                rank++;
            } else {
                book.remove(order);
            }
        }
        deep = wanted;
    }

    private void addFar() {
        int reach = Math.max(SLACK, top / 2 - depth);
        long skewed = skewed(reach);
        BookOrder order = add(at((int) (depth + SLACK + skewed)));
        if (order != null) {
            order.markFar();
        }
    }

    /** One thing that a maker does. */
    void act() {
        int what = random.below(100);
        if (what < 30) {
            if (orders.count() < countWanted) {
                addAt((int) skewed(depth));
            }
        } else if (orders.count() > 0) {
            BookOrder order = orders.at((int) skewed(orders.count()));
            if (order.isMakers()) {
                change(order, what);
            }
        }
    }

    private void change(BookOrder order, int what) {
        if (what < 55) {
            book.remove(order);
        } else if (what < 85) {
            book.resize(order, source.unitsOrDust());
        } else {
            int steps = random.below(2 * MOVE_TICKS_MAX + 1) - MOVE_TICKS_MAX;
            int tick = tickOf(order) + steps;
            long price = tick * LimitBook.TICK;
            if (steps != 0 && !isBetter(tick, top) && isQuotable(tick) && !crosses(price)) {
                book.move(order, price);
            }
        }
    }

    private void addAt(int distance) {
        int tick = at(distance);
        if (isQuotable(tick)) {
            boolean fine = distance > TOUCH && random.below(FINE_ONE_IN) == 0;
            long price = tick * LimitBook.TICK;
            price += fine ? side.sign() * (long) random.below(FINE_UNITS) : 0;
            if (!crosses(price)) {
                long units = source.unitsOrDust();
                book.add(side, source.nextId(), price, source.period(), units, null);
            }
        }
    }

    /** True when a client's order, come since the last step, would be met. */
    private boolean crosses(long price) {
        BookOrder opposite = book.bestFor(side);
        return opposite != null && (price - opposite.price()) * side.sign() >= 0;
    }

    private BookOrder add(int tick) {
        if (!isQuotable(tick)) {
            return null;
        }
        long units = source.units();
        long price = tick * LimitBook.TICK;
        return book.add(side, source.nextId(), price, source.period(), units, null);
    }

    /** True for a price of five digits. */
    private static boolean isQuotable(int tick) {
        return tick > 0 && (tick < 100_000 || (tick < 1_000_000 && tick % 10 == 0));
    }

    /** A number below the bound, most often a small one. */
    private long skewed(int bound) {
        long third = random.below(1 << SKEW_BITS);
        return (((third * third * third) >> SKEW_BITS) * bound) >> (2 * SKEW_BITS);
    }

    private int at(int distance) {
        return top - side.sign() * distance;
    }

    private int distanceOf(int tick) {
        return (top - tick) * side.sign();
    }

    /** The tick of five digits at which an order is told: bids go down to it, asks up. */
    private int tickOf(BookOrder order) {
        long rounded = side == Side.BUY ? order.price() : order.price() + LimitBook.TICK - 1;
        return (int) Math.min(rounded / LimitBook.TICK, Integer.MAX_VALUE / 2);
    }

    /** True when the tick at which a price is told is better than this one. */
    private boolean isBeyond(long price, int tick) {
        return side == Side.BUY
                ? price >= (tick + 1) * LimitBook.TICK
                : price <= (tick - 1) * LimitBook.TICK;
    }

    /** True when it is this one, or better. */
    private boolean reaches(long price, int tick) {
        long limit = tick * LimitBook.TICK;
        return side == Side.BUY ? price >= limit : price <= limit;
    }

    private boolean isBetter(int tick, int other) {
        return side == Side.BUY ? tick > other : tick < other;
    }
}
