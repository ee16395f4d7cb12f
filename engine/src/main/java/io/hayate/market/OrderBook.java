package io.hayate.market;

import io.hayate.event.Event;
import io.hayate.model.BookPrecision;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Health;
import io.hayate.model.MarketChannel;
import io.hayate.model.Side;

/**
 * The book of one channel: its levels, and of a raw book its orders, best first.
 *
 * <p>Amounts are positive, in the base currency. A level is numbered from 0, the best; one that is
 * not there has price NaN, amount 0 and count 0. Of funding the price is the rate a day, a bid wants
 * to borrow, levels of one rate lie by period, and bids above offers are usual, as their periods
 * differ.
 *
 * <p>A strategy reads it on its own thread, in any callback; inside a burst, which no {@code onBook}
 * is, it may be crossed. Nothing here allocates; all is O(1) unless it says otherwise. The levels of a
 * raw book are added up when they are first read after a change, from the best to the one asked for;
 * its best prices need no adding.
 */
public final class OrderBook {
    private static final int SPARE = 64; // a burst may hold more levels than its end

    private final MarketChannel channel;
    private final int length;
    private final OrderBookSide bids;
    private final OrderBookSide asks;
    private final OrderPlaces places;
    private final boolean rounded;
    private final BookWatch watch = new BookWatch();
    private int sessionHealth;
    private long updates;
    private long ignored;
    private long dropped;
    private long receiveTimeNs;
    private long venueTimeMs;

    OrderBook(MarketChannel channel) {
        this.channel = channel;
        length = channel.spec().length();
        boolean raw = channel.spec().isRaw();
        int capacity = capacity(length);
        bids = new OrderBookSide(Side.BUY, capacity, raw);
        asks = new OrderBookSide(Side.SELL, capacity, raw);
        BookPrecision precision = channel.spec().precision();
        rounded = !raw && precision != BookPrecision.P0;
        places = raw ? new OrderPlaces(2 * capacity) : null;
    }

    private static int capacity(int length) {
        return 2 * length + SPARE;
    }

    /** Bytes that a book takes on the heap, or some less. */
    static long bytes(ChannelSpec spec) {
        int capacity = capacity(spec.length());
        long sides = 2 * SortedRows.bytes(capacity);
        return spec.isRaw() ? 2 * sides + OrderPlaces.bytes(2 * capacity) : sides;
    }

    /** The channel that it is the book of. */
    public MarketChannel channel() {
        return channel;
    }

    /** Best bid, in the quote currency; NaN when there is none. */
    public double bidPrice() {
        return bids.best();
    }

    /** Best ask, in the quote currency; NaN when there is none. */
    public double askPrice() {
        return asks.best();
    }

    /** Amount at the best bid, in the base currency; 0 when there is none. */
    public double bidAmount() {
        return bidAmount(0);
    }

    /** Amount at the best ask, in the base currency; 0 when there is none. */
    public double askAmount() {
        return askAmount(0);
    }

    /** How many levels of bids there are. */
    public int bidLevels() {
        return bids.levels().size();
    }

    /** How many levels of asks there are. */
    public int askLevels() {
        return asks.levels().size();
    }

    /** Price of a level of bids, in the quote currency; NaN when it is not there. */
    public double bidPrice(int level) {
        return bids.price(level);
    }

    /** Price of a level of asks, in the quote currency; NaN when it is not there. */
    public double askPrice(int level) {
        return asks.price(level);
    }

    /** Amount of a level of bids, in the base currency; 0 when it is not there. */
    public double bidAmount(int level) {
        return bids.amount(level);
    }

    /** Amount of a level of asks, in the base currency; 0 when it is not there. */
    public double askAmount(int level) {
        return asks.amount(level);
    }

    /** How many orders make a level of bids. */
    public int bidCount(int level) {
        return bids.count(level);
    }

    /** How many orders make a level of asks. */
    public int askCount(int level) {
        return asks.count(level);
    }

    /** Period of a level of bids, in days; funding only, else 0. */
    public int bidPeriod(int level) {
        return bids.period(level);
    }

    /** Period of a level of offers, in days; funding only, else 0. */
    public int askPeriod(int level) {
        return asks.period(level);
    }

    /** How many levels a side has: BUY the bids, SELL the asks. */
    public int levels(Side side) {
        return side(side).levels().size();
    }

    /**
     * Shows the levels of a side, the best first, until the visitor has seen enough.
     *
     * @param side BUY the bids, SELL the asks
     */
    public void forEachLevel(Side side, LevelVisitor visitor) {
        OrderBookSide of = side(side);
        boolean more = true;
        for (int i = 0; more && of.holds(i); i++) {
            more = visitor.onLevel(i, of.price(i), of.amount(i), of.count(i));
        }
    }

    /** How many orders a side of a raw book has: BUY the bids, SELL the asks; 0 of another book. */
    public int orders(Side side) {
        return places == null ? 0 : side(side).orders().size();
    }

    /**
     * The venue's number of an order of a raw book.
     *
     * @param index from 0: by price, the best first, then by number, the lowest first
     * @throws IndexOutOfBoundsException when there is no such order
     */
    public long orderId(Side side, int index) {
        return ordersWith(side, index).id(index);
    }

    /** Price of an order in the quote currency, as {@link #orderId} numbers them. */
    public double orderPrice(Side side, int index) {
        return ordersWith(side, index).price(index);
    }

    /** Amount of an order in the base currency, as {@link #orderId} numbers them. */
    public double orderAmount(Side side, int index) {
        return ordersWith(side, index).amount(index);
    }

    /** Period of an offer in days, as {@link #orderId} numbers them; funding only, else 0. */
    public int orderPeriod(Side side, int index) {
        return ordersWith(side, index).period(index);
    }

    private SortedRows ordersWith(Side side, int index) {
        if (index < 0 || index >= orders(side)) {
            throw new IndexOutOfBoundsException(index);
        }
        return side(side).orders();
    }

    /**
     * Amount from the best to a price, that one included. O(levels).
     *
     * @param side BUY of the bids, SELL of the asks
     */
    public double depthTo(Side side, double price) {
        return side(side).depthTo(price);
    }

    /**
     * Average price at which an order for an amount is filled at once; NaN when the book is too thin.
     * O(levels).
     *
     * @param side of the order: BUY takes from the asks, SELL from the bids
     */
    public double priceFor(Side side, double amount) {
        return against(side).averagePriceFor(amount);
    }

    /**
     * The last price that an order for an amount reaches; NaN when the book is too thin. O(levels).
     *
     * @param side of the order: BUY takes from the asks, SELL from the bids
     */
    public double worstPriceFor(Side side, double amount) {
        OrderBookSide from = against(side);
        return from.price(from.rankFor(amount));
    }

    private OrderBookSide against(Side side) {
        return side == Side.BUY ? asks : bids;
    }

    /** Middle between best bid and best ask, in the quote currency; NaN when one is missing. */
    public double midPrice() {
        return (bidPrice() + askPrice()) / 2;
    }

    /**
     * The middle, drawn to the side that has less to trade at its best; NaN when a side is empty.
     *
     * <pre>(bid * askAmount + ask * bidAmount) / (bidAmount + askAmount)</pre>
     */
    public double microprice() {
        double bidAmount = bidAmount();
        double askAmount = askAmount();
        return (bidPrice() * askAmount + askPrice() * bidAmount) / (bidAmount + askAmount);
    }

    /**
     * How much more is wanted than offered on the best levels: from 1, bids alone, to -1, asks alone;
     * NaN when the book is empty. O(levels).
     */
    public double imbalance(int levels) {
        double bid = bids.depth(levels);
        double ask = asks.depth(levels);
        return (bid - ask) / (bid + ask);
    }

    /** Best ask less best bid, in the quote currency; NaN when one is missing. */
    public double spread() {
        return askPrice() - bidPrice();
    }

    /** What the session and the keeper of the book know against it: words of {@link Health}. */
    public int health() {
        return sessionHealth | watch.found();
    }

    /** True when nothing is known against it. */
    public boolean isHealthy() {
        return Health.isHealthy(health());
    }

    /** The words of {@link #health()}, apart by spaces; {@code live} for none. */
    public String healthText() {
        return Health.text(health());
    }

    /**
     * True when a snapshot has come and all since then is in the book: false before the first one,
     * while a fresh one is asked for, and after levels were dropped for lack of room.
     */
    public boolean isWhole() {
        return watch.isWhole() && (health() & (Health.RESYNCING | Health.OFF)) == 0;
    }

    /** True when neither side has a level. */
    public boolean isEmpty() {
        return bids.isEmpty() && asks.isEmpty();
    }

    /**
     * True when the best bid is at or above the best ask; of P1 to P4, whose prices are rounded and
     * may meet, when it is above. Never of funding.
     */
    public boolean isCrossed() {
        double bid = bidPrice();
        double ask = askPrice();
        return !channel.isFunding() && (bid > ask || (bid == ask && !rounded)); // false for NaN
    }

    /** True when a side has more levels, or orders, than were subscribed. */
    boolean isTooLong() {
        return bids.rows().size() > length || asks.rows().size() > length;
    }

    /** Rows that came, of snapshots, too. */
    public long updates() {
        return updates;
    }

    /** Rows that changed nothing: deletes of what was not there, and numbers that cannot be. */
    public long ignored() {
        return ignored;
    }

    /** Levels, or orders, that were dropped for lack of room. */
    public long dropped() {
        return dropped;
    }

    /** When the last row was read, in ns of {@link System#nanoTime()}; 0 before the first. */
    public long receiveTimeNs() {
        return receiveTimeNs;
    }

    /** When the venue sent the last row, in ms since 1970 UTC; 0 where it did not say. */
    public long venueTimeMs() {
        return venueTimeMs;
    }

    /** For people: the channel and the best prices. Allocates. */
    @Override
    public String toString() {
        return channel.displayName() + " " + bidPrice() + " / " + askPrice();
    }

    OrderBookSide side(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    /** Where its orders lie; null but in a raw book. */
    OrderPlaces places() {
        return places;
    }

    BookWatch watch() {
        return watch;
    }

    void sessionHealth(int health) {
        sessionHealth = health;
    }

    void clear() {
        bids.clear();
        asks.clear();
        if (places != null) {
            places.clear();
        }
    }

    void onRow(Event event) {
        updates++;
        receiveTimeNs = event.receiveTimeNs();
        venueTimeMs = event.venueTimeMs();
    }

    void onIgnored() {
        ignored++;
    }

    void onDropped() {
        dropped++;
    }
}
