package io.hayate.event;

import static org.agrona.BitUtil.SIZE_OF_DOUBLE;
import static org.agrona.BitUtil.SIZE_OF_INT;
import static org.agrona.BitUtil.SIZE_OF_LONG;

import io.hayate.model.Side;

/**
 * A public print: a flyweight over the body of an {@link Event}.
 *
 * <pre>[ID, MTS, AMOUNT, PRICE]   [ID, MTS, AMOUNT, RATE, PERIOD] of funding</pre>
 */
public final class Trade extends MarketData {
    private static final int ID_OFFSET = 0;
    private static final int TIME_OFFSET = ID_OFFSET + SIZE_OF_LONG;
    private static final int AMOUNT_OFFSET = TIME_OFFSET + SIZE_OF_LONG;
    private static final int PRICE_OFFSET = AMOUNT_OFFSET + SIZE_OF_DOUBLE;
    private static final int PERIOD_OFFSET = PRICE_OFFSET + SIZE_OF_DOUBLE;
    private static final int SIDE_OFFSET = PERIOD_OFFSET + SIZE_OF_INT;
    private static final int UPDATE_OFFSET = SIDE_OFFSET + SIZE_OF_INT;

    /** Bytes of the body that a trade takes. */
    public static final int SIZE = UPDATE_OFFSET + SIZE_OF_INT;

    private static final int BUY = 1;

    /** Points this flyweight at a slot; valid until the callback that holds the slot returns. */
    public Trade wrap(Event event) {
        point(event);
        return this;
    }

    /** The venue's number of the print. */
    public long id() {
        return getLong(ID_OFFSET);
    }

    /** Sets {@link #id()}. */
    public Trade id(long id) {
        putLong(ID_OFFSET, id);
        return this;
    }

    /** When it happened, by the venue's clock, in ms since 1970 UTC. */
    public long timeMs() {
        return getLong(TIME_OFFSET);
    }

    /** Sets {@link #timeMs()}. */
    public Trade timeMs(long timeMs) {
        putLong(TIME_OFFSET, timeMs);
        return this;
    }

    /** Side of the taker; funding: BUY where an offer was provided, SELL where it was taken. */
    public Side side() {
        return getInt(SIDE_OFFSET) == BUY ? Side.BUY : Side.SELL;
    }

    /** Sets {@link #side()}. */
    public Trade side(Side side) {
        putInt(SIDE_OFFSET, side == Side.BUY ? BUY : 0);
        return this;
    }

    /** Amount in the base currency, positive. */
    public double amount() {
        return getDouble(AMOUNT_OFFSET);
    }

    /** Sets {@link #amount()}. */
    public Trade amount(double amount) {
        putDouble(AMOUNT_OFFSET, amount);
        return this;
    }

    /** Price in the quote currency; funding: a daily rate. May have more than five digits. */
    public double price() {
        return getDouble(PRICE_OFFSET);
    }

    /** Sets {@link #price()}. */
    public Trade price(double price) {
        putDouble(PRICE_OFFSET, price);
        return this;
    }

    /** Period in days; funding only, 0 for a pair. */
    public int period() {
        return getInt(PERIOD_OFFSET);
    }

    /** Sets {@link #period()}. */
    public Trade period(int days) {
        putInt(PERIOD_OFFSET, days);
        return this;
    }

    /** True for {@code tu} and {@code ftu}, which repeat what {@code te} and {@code fte} told. */
    public boolean isUpdate() {
        return getInt(UPDATE_OFFSET) != 0;
    }

    /** Sets {@link #isUpdate()}. */
    public Trade isUpdate(boolean update) {
        putInt(UPDATE_OFFSET, update ? 1 : 0);
        return this;
    }
}
