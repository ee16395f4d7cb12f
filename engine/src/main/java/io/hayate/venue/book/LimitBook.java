package io.hayate.venue.book;

import io.hayate.model.Side;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * The orders of one market in the order of price, then time: those of the venue's makers and those
 * of clients. Hidden orders lie apart: no channel shows them, and at one price they come after those
 * that are shown. Prices are units of 1e-8 of a tick, amounts units of 1e-8. It does not match by
 * itself: who takes asks for the best and takes of it.
 */
public final class LimitBook {
    /** Units of price that make up a tick, and the decimals that they add. */
    public static final long TICK = 100_000_000;

    public static final int TICK_SCALE = 8;

    private static final int LEVEL_DIGITS = 5;

    private static final int POOL_MAX = 2_048;
    private static final int HIDDEN_AT_FIRST = 8;

    /** Hears of trades. */
    public interface Trades {
        /** This side has taken so many units at a price; answers with the id of the trade. */
        long onTrade(Side taker, long price, long units);
    }

    private final BookSide bids = new BookSide(Side.BUY);
    private final BookSide asks = new BookSide(Side.SELL);
    private final BookSide hiddenBids = new BookSide(Side.BUY, HIDDEN_AT_FIRST);
    private final BookSide hiddenAsks = new BookSide(Side.SELL, HIDDEN_AT_FIRST);
    private final Deque<BookOrder> pool = new ArrayDeque<>();
    private final SignificantDigits bidLevels = new SignificantDigits(LEVEL_DIGITS, false);
    private final SignificantDigits askLevels = new SignificantDigits(LEVEL_DIGITS, true);
    private final Trades trades;
    private long arrivals;
    private long version;
    private int clients; // orders of clients, hidden ones, too
    private int lacking; // entries that show less than another exchange tells

    /** An empty book that tells of its trades. */
    public LimitBook(Trades trades) {
        this.trades = trades;
    }

    /** The bids of {@code BUY}, the asks of {@code SELL}, without those that are hidden. */
    public BookSide side(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    private BookSide side(BookOrder order) {
        if (!order.hidden) {
            return side(order.side);
        }
        return order.side == Side.BUY ? hiddenBids : hiddenAsks;
    }

    /** What a taker of this side meets first, or null. */
    public BookOrder bestFor(Side taker) {
        BookOrder shown = bestShownFor(taker);
        BookOrder hidden = (taker == Side.BUY ? hiddenAsks : hiddenBids).best();
        return hidden == null || (shown != null && !hidden.isBetterThan(shown)) ? shown : hidden;
    }

    /** The best that channels show to a taker of this side, or null. */
    public BookOrder bestShownFor(Side taker) {
        return (taker == Side.BUY ? asks : bids).best();
    }

    /**
     * Calls this for each order in the order in which a taker of this side meets them, until it answers
     * false. It must not change the book.
     */
    public void forEach(Side taker, Predicate<BookOrder> visitor) {
        BookSide shown = taker == Side.BUY ? asks : bids;
        BookSide hidden = taker == Side.BUY ? hiddenAsks : hiddenBids;
        int shownRank = 0;
        int hiddenRank = 0;
        while (shownRank < shown.count() || hiddenRank < hidden.count()) {
            boolean isHiddenNext =
                    shownRank == shown.count()
                            || (hiddenRank < hidden.count()
                                    && hidden.at(hiddenRank).isBetterThan(shown.at(shownRank)));
            BookOrder next = isHiddenNext ? hidden.at(hiddenRank++) : shown.at(shownRank++);
            if (!visitor.test(next)) {
                return;
            }
        }
    }

    /** Grows with every change of what is shown. */
    public long version() {
        return version;
    }

    /** Adds an order behind those of its price; {@code owner} is null for a maker's. */
    public BookOrder add(
            Side side, long id, long price, int period, long units, BookOrder.Owner owner) {
        BookOrder order = order(side, id, price, units, owner);
        order.period = period;
        bring(order);
        return order;
    }

    /** Adds an order that no channel shows. */
    public BookOrder addHidden(Side side, long id, long price, long units, BookOrder.Owner owner) {
        BookOrder order = order(side, id, price, units, owner);
        order.hidden = true;
        bring(order);
        return order;
    }

    private BookOrder order(Side side, long id, long price, long units, BookOrder.Owner owner) {
        BookOrder order = pool.isEmpty() ? new BookOrder() : pool.removeLast();
        order.side = side;
        order.id = id;
        order.price = price;
        order.period = 0;
        order.units = units;
        order.owner = owner;
        order.far = false;
        order.hidden = false;
        order.orders = 1;
        return order;
    }

    private void bring(BookOrder order) {
        order.arrival = ++arrivals;
        if (!order.isMakers()) {
            clients++;
            order.place = new QueuePlace(makersUnits(order.side, order.price), isBeyond(order));
        }
        side(order).add(order);
        version++;
    }

    /** How many orders an entry stands for, as channels tell it; 1 when nobody says otherwise. */
    public void orders(BookOrder order, int count) {
        order.orders = count;
        side(order).touch();
        version++;
    }

    /** So many more entries, or fewer, show less than another exchange has told of them. */
    public void lacking(int change) {
        lacking += change;
    }

    /** True when it shows what another exchange has told: nobody has taken of it, or lies in it. */
    public boolean isAsTold() {
        return clients == 0 && lacking == 0;
    }

    /** How many orders of clients lie here, shown or hidden. */
    public int clients() {
        return clients;
    }

    /** What lies at a price that is not of clients, in units of 1e-8. */
    public long makersUnits(Side side, long price) {
        BookSide orders = side(side);
        long sum = 0;
        for (int rank = orders.rankOf(price);
                rank < orders.count() && orders.priceAt(rank) == price;
                rank++) {
            sum += orders.at(rank).isMakers() ? orders.unitsAt(rank) : 0;
        }
        return sum;
    }

    /** True when its price is worse than that of all makers, of which there are some. */
    private boolean isBeyond(BookOrder order) {
        BookSide orders = side(order.side);
        int rank = orders.count() - 1;
        while (rank >= 0 && !orders.at(rank).isMakers()) {
            rank--;
        }
        return rank >= 0
                && orders.priceAt(rank) != order.price
                && (orders.priceAt(rank) > order.price) == (order.side == Side.BUY);
    }

    /**
     * Adds clients' orders of this side and price to a list, in the order in which a taker meets them.
     */
    public void clientsAt(Side side, long price, List<BookOrder> found) {
        clientsAt(side(side), price, found);
        clientsAt(side == Side.BUY ? hiddenBids : hiddenAsks, price, found);
    }

    private static void clientsAt(BookSide orders, long price, List<BookOrder> found) {
        for (int rank = orders.rankOf(price);
                rank < orders.count() && orders.priceAt(rank) == price;
                rank++) {
            if (!orders.at(rank).isMakers()) {
                found.add(orders.at(rank));
            }
        }
    }

    /** Takes an order out; the object is not to be used any more. */
    public void remove(BookOrder order) {
        side(order).remove(order);
        version++;
        clients -= order.isMakers() ? 0 : 1;
        order.place = null;
        order.owner = null;
        if (pool.size() < POOL_MAX) {
            pool.addLast(order);
        }
    }

    /** Moves an order to another price, behind those that are there; it keeps its id. */
    public void move(BookOrder order, long price) {
        side(order).remove(order);
        clients -= order.isMakers() ? 0 : 1;
        order.price = price;
        bring(order);
    }

    /** Changes what an order wants in its place. */
    public void resize(BookOrder order, long units) {
        side(order).resize(order, units);
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
            side(order).resize(order, left);
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
