package io.hayate.event;

import static org.agrona.BitUtil.SIZE_OF_DOUBLE;
import static org.agrona.BitUtil.SIZE_OF_INT;
import static org.agrona.BitUtil.SIZE_OF_LONG;

import io.hayate.model.Side;

/**
 * A change of one level, or one order, of a book: a flyweight over the body of an {@link Event}.
 *
 * <pre>
 * [PRICE, COUNT, AMOUNT]      [RATE, PERIOD, COUNT, AMOUNT] of funding      COUNT 0 deletes
 * [ORDER_ID, PRICE, AMOUNT]   [OFFER_ID, PERIOD, RATE, AMOUNT] of funding   PRICE 0 deletes
 * </pre>
 */
public final class BookEntry extends MarketData {
    private static final int ORDER_ID_OFFSET = 0;
    private static final int PRICE_OFFSET = ORDER_ID_OFFSET + SIZE_OF_LONG;
    private static final int AMOUNT_OFFSET = PRICE_OFFSET + SIZE_OF_DOUBLE;
    private static final int COUNT_OFFSET = AMOUNT_OFFSET + SIZE_OF_DOUBLE;
    private static final int PERIOD_OFFSET = COUNT_OFFSET + SIZE_OF_INT;
    private static final int KIND_OFFSET = PERIOD_OFFSET + SIZE_OF_INT;

    /** Bytes of the body that an entry takes. */
    public static final int SIZE = KIND_OFFSET + SIZE_OF_INT;

    private static final int NONE = 0;
    private static final int BID = 1;
    private static final int DELETE = 4;

    /** Points this flyweight at a slot; valid until the callback that holds the slot returns. */
    public BookEntry wrap(Event event) {
        point(event);
        return this;
    }

    /** The venue's number of the order or offer; 0 of a level. */
    public long orderId() {
        return getLong(ORDER_ID_OFFSET);
    }

    /** Sets {@link #orderId()}. */
    public BookEntry orderId(long id) {
        putLong(ORDER_ID_OFFSET, id);
        return this;
    }

    /** Price in the quote currency; funding: a daily rate. 0 where an order is deleted. */
    public double price() {
        return getDouble(PRICE_OFFSET);
    }

    /** Sets {@link #price()}. */
    public BookEntry price(double price) {
        putDouble(PRICE_OFFSET, price);
        return this;
    }

    /** Amount in the base currency, positive; means nothing on a delete. */
    public double amount() {
        return getDouble(AMOUNT_OFFSET);
    }

    /** Sets {@link #amount()}. */
    public BookEntry amount(double amount) {
        putDouble(AMOUNT_OFFSET, amount);
        return this;
    }

    /** Orders at the level; 1 for a single order; 0 on a delete. */
    public int count() {
        return getInt(COUNT_OFFSET);
    }

    /** Sets {@link #count()}. */
    public BookEntry count(int count) {
        putInt(COUNT_OFFSET, count);
        return this;
    }

    /** Period in days; funding only, 0 for a pair. */
    public int period() {
        return getInt(PERIOD_OFFSET);
    }

    /** Sets {@link #period()}. */
    public BookEntry period(int days) {
        putInt(PERIOD_OFFSET, days);
        return this;
    }

    /**
     * BUY for a bid, SELL for an ask. Of funding a bid wants to borrow; the wire's sign is the other
     * way round there.
     */
    public Side side() {
        return (getInt(KIND_OFFSET) & 3) == BID ? Side.BUY : Side.SELL;
    }

    /** True when the level or order is gone. */
    public boolean isDelete() {
        return (getInt(KIND_OFFSET) & DELETE) != 0;
    }

    /** Sets side and whether it is a delete. */
    public BookEntry change(Side side, boolean delete) {
        putInt(KIND_OFFSET, (side == Side.BUY ? BID : 2) | (delete ? DELETE : 0));
        return this;
    }

    /** True for no entry at all: the one event of a snapshot without rows. */
    public boolean isNone() {
        return getInt(KIND_OFFSET) == NONE;
    }

    /** Makes it no entry at all. */
    public BookEntry none() {
        putInt(KIND_OFFSET, NONE);
        return this;
    }
}
