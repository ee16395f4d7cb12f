package io.hayate.event;

import static org.agrona.BitUtil.SIZE_OF_DOUBLE;
import static org.agrona.BitUtil.SIZE_OF_INT;
import static org.agrona.BitUtil.SIZE_OF_LONG;

/**
 * A position that is liquidated: a flyweight over the body of an {@link Event}, whose header names the
 * instrument. One position may be told of more than once.
 *
 * <pre>["pos", POS_ID, MTS, _, SYMBOL, AMOUNT, BASE_PRICE, _, IS_MATCH, IS_MARKET_SOLD, _, PRICE]</pre>
 */
public final class Liquidation extends MarketData {
    private static final int POSITION_ID_OFFSET = 0;
    private static final int TIME_OFFSET = POSITION_ID_OFFSET + SIZE_OF_LONG;
    private static final int AMOUNT_OFFSET = TIME_OFFSET + SIZE_OF_LONG;
    private static final int BASE_PRICE_OFFSET = AMOUNT_OFFSET + SIZE_OF_DOUBLE;
    private static final int PRICE_OFFSET = BASE_PRICE_OFFSET + SIZE_OF_DOUBLE;
    private static final int IS_MATCH_OFFSET = PRICE_OFFSET + SIZE_OF_DOUBLE;
    private static final int IS_MARKET_SOLD_OFFSET = IS_MATCH_OFFSET + SIZE_OF_INT;

    /** Bytes of the body that a liquidation takes. */
    public static final int SIZE = IS_MARKET_SOLD_OFFSET + SIZE_OF_INT;

    /** Points this flyweight at a slot; valid until the callback that holds the slot returns. */
    public Liquidation wrap(Event event) {
        point(event);
        return this;
    }

    /** Number of the position, given by the venue. */
    public long positionId() {
        return getLong(POSITION_ID_OFFSET);
    }

    /** Sets {@link #positionId()}. */
    public Liquidation positionId(long id) {
        putLong(POSITION_ID_OFFSET, id);
        return this;
    }

    /** When it happened, in ms since 1970 UTC by the venue's clock; a fraction is cut off. */
    public long timeMs() {
        return getLong(TIME_OFFSET);
    }

    /** Sets {@link #timeMs()}. */
    public Liquidation timeMs(long timeMs) {
        putLong(TIME_OFFSET, timeMs);
        return this;
    }

    /** Amount of the position, in the base currency: positive long, negative short. */
    public double amount() {
        return getDouble(AMOUNT_OFFSET);
    }

    /** Sets {@link #amount()}. */
    public Liquidation amount(double amount) {
        putDouble(AMOUNT_OFFSET, amount);
        return this;
    }

    /** Price at which the position was entered, in the quote currency. */
    public double basePrice() {
        return getDouble(BASE_PRICE_OFFSET);
    }

    /** Sets {@link #basePrice()}. */
    public Liquidation basePrice(double price) {
        putDouble(BASE_PRICE_OFFSET, price);
        return this;
    }

    /** Price at which it was liquidated, in the quote currency; NaN at the first trigger. */
    public double price() {
        return getDouble(PRICE_OFFSET);
    }

    /** Sets {@link #price()}. */
    public Liquidation price(double price) {
        putDouble(PRICE_OFFSET, price);
        return this;
    }

    /** False at the first trigger, true when it is executed in the market. */
    public boolean isMatch() {
        return getInt(IS_MATCH_OFFSET) != 0;
    }

    /** Sets {@link #isMatch()}. */
    public Liquidation isMatch(boolean match) {
        putInt(IS_MATCH_OFFSET, match ? 1 : 0);
        return this;
    }

    /** The venue's flag: 0 sold into the market, 1 taken over by the system. */
    public boolean isMarketSold() {
        return getInt(IS_MARKET_SOLD_OFFSET) != 0;
    }

    /** Sets {@link #isMarketSold()}. */
    public Liquidation isMarketSold(boolean sold) {
        putInt(IS_MARKET_SOLD_OFFSET, sold ? 1 : 0);
        return this;
    }
}
