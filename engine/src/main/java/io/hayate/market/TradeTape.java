package io.hayate.market;

import io.hayate.event.Trade;
import io.hayate.model.MarketChannel;
import io.hayate.model.Side;

/**
 * The latest prints of a channel, numbered from the newest: 0, 1, 2 and so on. Each is here once, by its
 * id: the snapshot of a new subscription adds what was missed and no more. Prints stand as they came,
 * those of a snapshot where their time belongs; within a millisecond the venue's ids do not tell which
 * was first.
 *
 * <p>Belongs to the thread that takes the events. Allocates nothing after construction.
 */
public final class TradeTape {
    private static final int ID = 0;
    private static final int TIME = 1;
    private static final int PRICE = 2;
    private static final int AMOUNT = 3;
    private static final int SIDE = 4;
    private static final int PERIOD = 5;
    private static final int FIELDS = 6;

    private final MarketChannel channel;
    private final HistoryRows rows;
    private long highestId = Long.MIN_VALUE;

    TradeTape(MarketChannel channel, int capacity) {
        this.channel = channel;
        this.rows = new HistoryRows(capacity, FIELDS);
    }

    /** Bytes that so many take on the heap. */
    static long bytes(int capacity) {
        return HistoryRows.bytes(capacity, FIELDS);
    }

    /** The channel that the prints came on. */
    public MarketChannel channel() {
        return channel;
    }

    /** Prints that are kept now. */
    public int size() {
        return rows.size();
    }

    /** Prints that are kept at most. */
    public int capacity() {
        return rows.capacity();
    }

    /**
     * The venue's number of a print.
     *
     * @throws IndexOutOfBoundsException when {@code back} is not below {@link #size}, as all below do
     */
    public long id(int back) {
        return rows.getLong(back, ID);
    }

    /** When it happened, in ms since 1970 UTC by the venue's clock. */
    public long timeMs(int back) {
        return rows.getLong(back, TIME);
    }

    /** Price in the quote currency; funding: a daily rate. */
    public double price(int back) {
        return rows.getDouble(back, PRICE);
    }

    /** Amount in the base currency, positive. */
    public double amount(int back) {
        return rows.getDouble(back, AMOUNT);
    }

    /** Side of the taker. */
    public Side side(int back) {
        return rows.getLong(back, SIDE) == 0 ? Side.SELL : Side.BUY;
    }

    /** Period in days; funding only, 0 for a pair. */
    public int period(int back) {
        return (int) rows.getLong(back, PERIOD);
    }

    /** Takes a print; false when it is here already, or too old to be kept. */
    boolean add(Trade trade) {
        boolean mayBeKnown = trade.id() <= highestId && trade.id() != 0; // 0: it came without one
        if (mayBeKnown && isKnown(trade.id())) {
            return false;
        }
        highestId = Math.max(highestId, trade.id());
        int newer = trade.isSnapshot() ? newerThan(trade.timeMs()) : 0;
        if (!rows.insert(newer)) {
            return false;
        }
        rows.putLong(newer, ID, trade.id());
        rows.putLong(newer, TIME, trade.timeMs());
        rows.putDouble(newer, PRICE, trade.price());
        rows.putDouble(newer, AMOUNT, trade.amount());
        rows.putLong(newer, SIDE, trade.side() == Side.BUY ? 1 : 0);
        rows.putLong(newer, PERIOD, trade.period());
        return true;
    }

    /** Ids rise but for those of one moment, so this is asked after a repeat or out of order alone. */
    private boolean isKnown(long id) {
        for (int back = 0; back < rows.size(); back++) {
            if (rows.getLong(back, ID) == id) {
                return true;
            }
        }
        return false;
    }

    /** A snapshot comes newest first: of one moment, what comes later is older. */
    private int newerThan(long timeMs) {
        int back = 0;
        while (back < rows.size() && rows.getLong(back, TIME) >= timeMs) {
            back++;
        }
        return back;
    }
}
