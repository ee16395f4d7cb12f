package io.hayate.venue.book;

import io.hayate.model.Side;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The orders of one market in the order of price, then time: those of the venue's makers and those
 * of clients. Prices are units of 1e-8 of a tick, amounts units of 1e-8. It does not match by
 * itself: who takes asks for the best and takes of it.
 */
public final class LimitBook {
    /** Units of price that make up a tick, and the decimals that they add. */
    public static final long TICK = 100_000_000;

    public static final int TICK_SCALE = 8;

    private static final int LEVEL_DIGITS = 5;

    private static final int POOL_MAX = 2_048;

    /** Hears of trades. */
    public interface Trades {
        /** This side has taken so many units at a price; answers with the id of the trade. */
        long onTrade(Side taker, long price, long units);
    }

    private final BookSide bids = new BookSide(Side.BUY);
    private final BookSide asks = new BookSide(Side.SELL);
    private final Deque<BookOrder> pool = new ArrayDeque<>();
    private final SignificantDigits bidLevels = new SignificantDigits(LEVEL_DIGITS, false);
    private final SignificantDigits askLevels = new SignificantDigits(LEVEL_DIGITS, true);
    private final Trades trades;
    private long arrivals;
    private long version;

    /** An empty book that tells of its trades. */
    public LimitBook(Trades trades) {
        this.trades = trades;
    }

    /** The bids of {@code BUY}, the asks of {@code SELL}. */
    public BookSide side(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    /** What a taker of this side meets first, or null. */
    public BookOrder bestFor(Side taker) {
        return (taker == Side.BUY ? asks : bids).best();
    }

    /** Grows with every change. */
    public long version() {
        return version;
    }

    /** Adds an order behind those of its price; {@code owner} is null for a maker's. */
    public BookOrder add(
            Side side, long id, long price, int period, long units, BookOrder.Owner owner) {
        BookOrder order = pool.isEmpty() ? new BookOrder() : pool.removeLast();
        order.side = side;
        order.id = id;
        order.price = price;
        order.period = period;
        order.units = units;
        order.owner = owner;
        order.far = false;
        order.arrival = ++arrivals;
        side(side).add(order);
        version++;
        return order;
    }

    /** Takes an order out; the object is not to be used any more. */
    public void remove(BookOrder order) {
        side(order.side).remove(order);
        version++;
        order.owner = null;
        if (pool.size() < POOL_MAX) {
            pool.addLast(order);
        }
    }

    /** Moves an order to another price, behind those that are there; it keeps its id. */
    public void move(BookOrder order, long price) {
        BookSide side = side(order.side);
        side.remove(order);
        order.price = price;
        order.arrival = ++arrivals;
        side.add(order);
        version++;
    }

    /** Changes what an order wants in its place. */
    public void resize(BookOrder order, long units) {
        side(order.side).resize(order, units);
        version++;
    }

    /**
     * Takes so many units of an order, which leaves the book when none is left.
     *
     * @return the id of the trade
     */
    public long take(Side taker, BookOrder order, long units) {
        long tradeId = trades.onTrade(taker, order.price, units);
        if (order.owner != null) {
            order.owner.onTaken(tradeId, units);
        }
        long left = order.units - units;
        version++;
        if (left == 0) {
            order.units = 0;
            remove(order);
        } else {
            side(order.side).resize(order, left);
        }
        return tradeId;
    }

    /** The price of five digits at which an order of this price is told. */
    public long level(Side side, long price) {
        return levels(side).round(price);
    }

    private SignificantDigits levels(Side side) {
        return side == Side.BUY ? bidLevels : askLevels;
    }

    /** All units of a side's so many best prices of five digits. */
    public long depthUnits(Side side, int levels) {
        BookSide orders = side(side);
        SignificantDigits digits = levels(side);
        long sum = 0;
        long level = 0;
        int seen = 0;
        for (int rank = 0; rank < orders.count(); rank++) {
            long rounded = digits.round(orders.priceAt(rank));
            if (rounded != level && ++seen > levels) {
                break;
            }
            level = rounded;
            sum += orders.unitsAt(rank);
        }
        return sum;
    }
}
