package io.hayate.journal;

import static org.agrona.BitUtil.SIZE_OF_DOUBLE;
import static org.agrona.BitUtil.SIZE_OF_INT;
import static org.agrona.BitUtil.SIZE_OF_LONG;

import org.agrona.MutableDirectBuffer;

/**
 * Orders that were refused here: a flyweight over the body of REFUSED. The first of a kind is written at
 * once, those that follow within a second as one with their count.
 *
 * <pre>
 * 0 verdict 4 | origin 4 | 8 count 8 | 16 units 8 | 24 price 8 | 32 side 4 | type 4
 * </pre>
 */
public final class RefusalRecord {
    private static final int VERDICT_OFFSET = 0;
    private static final int ORIGIN_OFFSET = VERDICT_OFFSET + SIZE_OF_INT;
    private static final int COUNT_OFFSET = ORIGIN_OFFSET + SIZE_OF_INT;
    private static final int UNITS_OFFSET = COUNT_OFFSET + SIZE_OF_LONG;
    private static final int PRICE_OFFSET = UNITS_OFFSET + SIZE_OF_LONG;
    private static final int SIDE_OFFSET = PRICE_OFFSET + SIZE_OF_DOUBLE;
    private static final int ORDER_TYPE_OFFSET = SIDE_OFFSET + SIZE_OF_INT;
    private static final int FIXED_BYTES = ORDER_TYPE_OFFSET + SIZE_OF_INT;

    private MutableDirectBuffer buffer;
    private int offset;

    /** Points this flyweight at the body of a record that is being written, and clears it. */
    public RefusalRecord wrap(MutableDirectBuffer target, int bodyOffset) {
        buffer = target;
        offset = bodyOffset;
        buffer.setMemory(offset, FIXED_BYTES, (byte) 0);
        return this;
    }

    /**
     * Points this flyweight at a record that was read; valid until the next one is.
     *
     * @throws JournalException when the record is too short for what it promises
     */
    public RefusalRecord wrap(JournalRecord record) {
        record.requireBody(FIXED_BYTES);
        buffer = record.bytes();
        offset = JournalRecord.HEADER_BYTES;
        return this;
    }

    /** Bytes of the body. */
    public static int length() {
        return FIXED_BYTES;
    }

    /** Which rule refused it: the number of the verdict. */
    public int verdict() {
        return buffer.getInt(offset + VERDICT_OFFSET);
    }

    /** Sets {@link #verdict()}. */
    public RefusalRecord verdict(int value) {
        buffer.putInt(offset + VERDICT_OFFSET, value);
        return this;
    }

    /** Who asked for it, as in {@link RequestRecord#origin()}. */
    public int origin() {
        return buffer.getInt(offset + ORIGIN_OFFSET);
    }

    /** Sets {@link #origin()}. */
    public RefusalRecord origin(int value) {
        buffer.putInt(offset + ORIGIN_OFFSET, value);
        return this;
    }

    /** How many this record stands for. */
    public long count() {
        return buffer.getLong(offset + COUNT_OFFSET);
    }

    /** Sets {@link #count()}. */
    public RefusalRecord count(long value) {
        buffer.putLong(offset + COUNT_OFFSET, value);
        return this;
    }

    /** Amount of the last of them, in units of 1e-8 of the base currency. */
    public long units() {
        return buffer.getLong(offset + UNITS_OFFSET);
    }

    /** Sets {@link #units()}. */
    public RefusalRecord units(long value) {
        buffer.putLong(offset + UNITS_OFFSET, value);
        return this;
    }

    /** Its price, in the quote currency; 0 for a market order. */
    public double price() {
        return buffer.getDouble(offset + PRICE_OFFSET);
    }

    /** Sets {@link #price()}. */
    public RefusalRecord price(double value) {
        buffer.putDouble(offset + PRICE_OFFSET, value);
        return this;
    }

    /** Its side: 1 to buy, -1 to sell. */
    public int side() {
        return buffer.getInt(offset + SIDE_OFFSET);
    }

    /** Sets {@link #side()}. */
    public RefusalRecord side(int value) {
        buffer.putInt(offset + SIDE_OFFSET, value);
        return this;
    }

    /** Its type: its code. */
    public int orderType() {
        return buffer.getInt(offset + ORDER_TYPE_OFFSET);
    }

    /** Sets {@link #orderType()}. */
    public RefusalRecord orderType(int value) {
        buffer.putInt(offset + ORDER_TYPE_OFFSET, value);
        return this;
    }
}
