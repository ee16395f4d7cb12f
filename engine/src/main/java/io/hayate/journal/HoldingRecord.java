package io.hayate.journal;

import static org.agrona.BitUtil.SIZE_OF_DOUBLE;
import static org.agrona.BitUtil.SIZE_OF_INT;
import static org.agrona.BitUtil.SIZE_OF_LONG;

import org.agrona.MutableDirectBuffer;

/**
 * All that our fills of one instrument have come to, of the account and of the strategy whose order has
 * changed it, and all that was filled of that order: a flyweight over the body of HOLDING. What it says
 * replaces what was said before. One record says both, so that no end of a process lies between them.
 *
 * <pre>
 *   0 cause 4 | side 4 | trade id 8 | largest fill 8
 *  24 of the order: filled units 8 | told units 8 | told value 8 | adopted price 8
 *  56 what the account holds: a {@link HeldPart}, 120
 * 176 currency length 4 | strategy 4 | 184 what that holds: 120, not for strategy 0 | currency
 * </pre>
 */
public final class HoldingRecord {
    private static final int CAUSE_OFFSET = 0;
    private static final int SIDE_OFFSET = CAUSE_OFFSET + SIZE_OF_INT;
    private static final int TRADE_ID_OFFSET = SIDE_OFFSET + SIZE_OF_INT;
    private static final int LARGEST_FILL_OFFSET = TRADE_ID_OFFSET + SIZE_OF_LONG;
    private static final int ORDER_FILLED_OFFSET = LARGEST_FILL_OFFSET + SIZE_OF_LONG;
    private static final int ORDER_TOLD_OFFSET = ORDER_FILLED_OFFSET + SIZE_OF_LONG;
    private static final int ORDER_VALUE_OFFSET = ORDER_TOLD_OFFSET + SIZE_OF_LONG;
    private static final int ADOPTED_PRICE_OFFSET = ORDER_VALUE_OFFSET + SIZE_OF_DOUBLE;
    private static final int HELD_OFFSET = ADOPTED_PRICE_OFFSET + SIZE_OF_DOUBLE;
    private static final int CURRENCY_LENGTH_OFFSET = HELD_OFFSET + HeldPart.BYTES;

    /** Cause: a fill was counted. */
    public static final int FILL = 1;

    /** Cause: the fee of a fill was counted. */
    public static final int FEE = 2;

    /** Cause: what only an order row told was counted. */
    public static final int ADOPTED = 3;

    /** Cause: the books are written down. */
    public static final int BOOKS = 4;

    /** Cause: what was filled of an open order is written down. */
    public static final int ORDER = 5;

    private final NamedBody body = new NamedBody(CURRENCY_LENGTH_OFFSET, HeldPart.BYTES);
    private final HeldPart held = new HeldPart(body, HELD_OFFSET);
    private final HeldPart own = new HeldPart(body, body.ownOffset());

    /** Points this flyweight at a record of a strategy that is being written, and clears it; 0 for none. */
    public HoldingRecord wrap(MutableDirectBuffer target, int bodyOffset, int strategy) {
        body.wrap(target, bodyOffset, strategy);
        return this;
    }

    /**
     * Points this flyweight at a record that was read; valid until the next one is.
     *
     * @throws JournalException when the record is too short for what it promises
     */
    public HoldingRecord wrap(JournalRecord record) {
        body.wrap(record);
        return this;
    }

    /** Bytes that are enough for any body. */
    public static int lengthMax() {
        return NamedBody.lengthMax(CURRENCY_LENGTH_OFFSET, HeldPart.BYTES);
    }

    /** Bytes of the whole body. */
    public int length() {
        return body.length();
    }

    /** A copy of a record that was read, with memory of its own. Allocates. */
    public static HoldingRecord copyOf(HoldingRecord read) {
        HoldingRecord copy = new HoldingRecord();
        copy.body.copyFrom(read.body);
        return copy;
    }

    /** What all our fills have come to. */
    public HeldPart held() {
        return held;
    }

    /** What those of its strategy have come to; null where that is 0. */
    public HeldPart own() {
        return strategy() == 0 ? null : own;
    }

    /** Number of the strategy, as a NAME of its segment says; 0 for none. */
    public int strategy() {
        return body.strategy();
    }

    /** Why it is written: one of the constants. */
    public int cause() {
        return body.getInt(CAUSE_OFFSET);
    }

    /** Sets {@link #cause()}. */
    public HoldingRecord cause(int value) {
        body.putInt(CAUSE_OFFSET, value);
        return this;
    }

    /** Side of the fill: 1 to buy, -1 to sell; 0 without a fill. */
    public int side() {
        return body.getInt(SIDE_OFFSET);
    }

    /** The venue's number of the fill; 0 without one. */
    public long tradeId() {
        return body.getLong(TRADE_ID_OFFSET);
    }

    /** Sets which fill it was. */
    public HoldingRecord fill(long tradeId, int side) {
        body.putLong(TRADE_ID_OFFSET, tradeId);
        body.putInt(SIDE_OFFSET, side);
        return this;
    }

    /** The largest number of a fill of the instrument that was counted; 0 for none. */
    public long largestFill() {
        return body.getLong(LARGEST_FILL_OFFSET);
    }

    /** Sets {@link #largestFill()}. */
    public HoldingRecord largestFill(long value) {
        body.putLong(LARGEST_FILL_OFFSET, value);
        return this;
    }

    /** What of its order was filled, in units of 1e-8. */
    public long orderFilledUnits() {
        return body.getLong(ORDER_FILLED_OFFSET);
    }

    /** What of that fills have told. */
    public long orderToldUnits() {
        return body.getLong(ORDER_TOLD_OFFSET);
    }

    /** The sum of amount times price of those fills. */
    public double orderToldValue() {
        return body.getDouble(ORDER_VALUE_OFFSET);
    }

    /** The price at which the rest of what was filled was counted. */
    public double adoptedPrice() {
        return body.getDouble(ADOPTED_PRICE_OFFSET);
    }

    /** Sets all that was filled of its order. */
    public HoldingRecord order(long filled, long told, double value, double adopted) {
        body.putLong(ORDER_FILLED_OFFSET, filled);
        body.putLong(ORDER_TOLD_OFFSET, told);
        body.putDouble(ORDER_VALUE_OFFSET, value);
        body.putDouble(ADOPTED_PRICE_OFFSET, adopted);
        return this;
    }

    /** Currency of the fee that was counted; empty without one. Allocates. */
    public String currency() {
        return body.name();
    }

    /** Sets {@link #currency()}. */
    public HoldingRecord currency(CharSequence name) {
        body.name(name);
        return this;
    }
}
