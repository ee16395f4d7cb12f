package io.hayate.event;

import static org.agrona.BitUtil.SIZE_OF_DOUBLE;
import static org.agrona.BitUtil.SIZE_OF_INT;
import static org.agrona.BitUtil.SIZE_OF_LONG;

import org.agrona.MutableDirectBuffer;

/**
 * What the venue says of a margin position or a funding offer: a flyweight over the body of an {@link
 * Event}. A snapshot is several events, marked first and last; one of nothing is a single event that {@link
 * #isNone}.
 */
public final class HoldingUpdate {
    /** Values of a {@link Kind#POSITION}; an index each. */
    public static final int AMOUNT = 0;

    public static final int BASE_PRICE = 1;
    public static final int FUNDING = 2;
    public static final int PROFIT = 3;
    public static final int PROFIT_PERCENT = 4;
    public static final int LIQUIDATION_PRICE = 5;
    public static final int LEVERAGE = 6;
    public static final int COLLATERAL = 7;
    public static final int COLLATERAL_MIN = 8;

    /** Values of an {@link Kind#OFFER}, whose amount is as above; an index each. */
    public static final int ORIGINAL_AMOUNT = 1;

    public static final int RATE = 2;
    public static final int PERIOD = 3;
    public static final int REAL_RATE = 4;

    /** How many values there are at most. */
    public static final int VALUES = 9;

    private static final int KIND_OFFSET = 0;
    private static final int IS_SNAPSHOT_OFFSET = KIND_OFFSET + SIZE_OF_INT;
    private static final int IS_GONE_OFFSET = IS_SNAPSHOT_OFFSET + SIZE_OF_INT;
    private static final int ID_OFFSET = IS_GONE_OFFSET + SIZE_OF_INT + SIZE_OF_INT;
    private static final int VALUES_OFFSET = ID_OFFSET + SIZE_OF_LONG;
    private static final int SYMBOL_OFFSET = VALUES_OFFSET + VALUES * SIZE_OF_DOUBLE;
    private static final int WORD_OFFSET = SYMBOL_OFFSET + EventText.SIZE;

    private MutableDirectBuffer buffer;
    private int offset;

    /** What is told of. */
    public enum Kind {
        /** A margin position, of which the symbol has one. */
        POSITION,
        /** An offer to lend, or a bid to borrow. */
        OFFER
    }

    /** Points this flyweight at a slot; valid until the callback that holds the slot returns. */
    public HoldingUpdate wrap(Event event) {
        buffer = event.buffer();
        offset = event.bodyOffset();
        return this;
    }

    /** Writer: begins with nothing known of it. */
    public HoldingUpdate begin(Kind kind, boolean isSnapshot, boolean isGone) {
        buffer.putInt(offset + KIND_OFFSET, kind == Kind.OFFER ? 1 : 0);
        buffer.putInt(offset + IS_SNAPSHOT_OFFSET, isSnapshot ? 1 : 0);
        buffer.putInt(offset + IS_GONE_OFFSET, isGone ? 1 : 0);
        for (int i = 0; i < VALUES; i++) {
            value(i, Double.NaN);
        }
        EventText.clear(buffer, offset + SYMBOL_OFFSET);
        EventText.clear(buffer, offset + WORD_OFFSET);
        return id(0);
    }

    /** What is told of. */
    public Kind kind() {
        return buffer.getInt(offset + KIND_OFFSET) == 0 ? Kind.POSITION : Kind.OFFER;
    }

    /** True for a row of {@code ps} or {@code fos}, the state as the session starts. */
    public boolean isSnapshot() {
        return buffer.getInt(offset + IS_SNAPSHOT_OFFSET) != 0;
    }

    /** True when it is not there any more. */
    public boolean isGone() {
        return buffer.getInt(offset + IS_GONE_OFFSET) != 0;
    }

    /** Sets that {@link #isGone()}. */
    public void onGone() {
        buffer.putInt(offset + IS_GONE_OFFSET, 1);
    }

    /** The venue's number of it; 0 where it tells none. */
    public long id() {
        return buffer.getLong(offset + ID_OFFSET);
    }

    /** Sets {@link #id()}. */
    public HoldingUpdate id(long number) {
        buffer.putLong(offset + ID_OFFSET, number);
        return this;
    }

    /** A value by its index, in the units of the venue; NaN where it tells none. */
    public double value(int index) {
        return buffer.getDouble(offset + VALUES_OFFSET + index * SIZE_OF_DOUBLE);
    }

    /** Sets {@link #value(int)}. */
    public HoldingUpdate value(int index, double value) {
        buffer.putDouble(offset + VALUES_OFFSET + index * SIZE_OF_DOUBLE, value);
        return this;
    }

    /** Sets the venue's symbol, such as {@code tBTCUSD} or {@code fUSD}. */
    public HoldingUpdate symbol(char[] text, int start, int length) {
        EventText.put(buffer, offset + SYMBOL_OFFSET, text, start, length);
        return this;
    }

    /** Sets the venue's word for its type, such as {@code LIMIT}. */
    public HoldingUpdate word(char[] text, int start, int length) {
        EventText.put(buffer, offset + WORD_OFFSET, text, start, length);
        return this;
    }

    /** Copies the characters of the symbol; returns how many. Allocates nothing. */
    public int copySymbol(MutableDirectBuffer target, int index) {
        return EventText.copy(buffer, offset + SYMBOL_OFFSET, target, index);
    }

    /** Copies the characters of the type; returns how many. Allocates nothing. */
    public int copyWord(MutableDirectBuffer target, int index) {
        return EventText.copy(buffer, offset + WORD_OFFSET, target, index);
    }

    /** True for a row that names nothing, as that of an empty snapshot. Allocates nothing. */
    public boolean isNone() {
        return EventText.equals(buffer, offset + SYMBOL_OFFSET, "");
    }
}
