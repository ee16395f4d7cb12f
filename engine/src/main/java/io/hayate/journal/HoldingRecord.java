package io.hayate.journal;

import static org.agrona.BitUtil.SIZE_OF_DOUBLE;
import static org.agrona.BitUtil.SIZE_OF_INT;
import static org.agrona.BitUtil.SIZE_OF_LONG;

import io.hayate.event.EventText;
import io.hayate.number.ExactSum;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * All that our fills of one instrument have come to, and all that was filled of the order that has changed
 * it: a flyweight over the body of HOLDING. What it says replaces what was said before.
 *
 * <pre>
 *   0 cause 4 | side 4 | trade id 8 | largest fill 8
 *  24 of the order: filled units 8 | told units 8 | told value 8 | adopted price 8
 *  56 units 8 | fills 8 | estimated units 8 | mark 8 | mark time ms 8
 *  96 cost 16 | realised 16 | base fees 16 | quote fees 16
 * 160 fees in the currency 16 | currency length 4 | _ 4 | 184 currency
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
    private static final int UNITS_OFFSET = ADOPTED_PRICE_OFFSET + SIZE_OF_DOUBLE;
    private static final int FILLS_OFFSET = UNITS_OFFSET + SIZE_OF_LONG;
    private static final int ESTIMATED_OFFSET = FILLS_OFFSET + SIZE_OF_LONG;
    private static final int MARK_OFFSET = ESTIMATED_OFFSET + SIZE_OF_LONG;
    private static final int MARK_TIME_OFFSET = MARK_OFFSET + SIZE_OF_DOUBLE;
    private static final int COST_OFFSET = MARK_TIME_OFFSET + SIZE_OF_LONG;
    private static final int REALISED_OFFSET = COST_OFFSET + 2 * SIZE_OF_LONG;
    private static final int BASE_FEES_OFFSET = REALISED_OFFSET + 2 * SIZE_OF_LONG;
    private static final int QUOTE_FEES_OFFSET = BASE_FEES_OFFSET + 2 * SIZE_OF_LONG;
    private static final int FEES_OFFSET = QUOTE_FEES_OFFSET + 2 * SIZE_OF_LONG;
    private static final int CURRENCY_LENGTH_OFFSET = FEES_OFFSET + 2 * SIZE_OF_LONG;
    private static final int FIXED_BYTES = CURRENCY_LENGTH_OFFSET + 2 * SIZE_OF_INT;

    private MutableDirectBuffer buffer;
    private int offset;

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

    /** Points this flyweight at the body of a record that is being written, and clears it. */
    public HoldingRecord wrap(MutableDirectBuffer target, int bodyOffset) {
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
    public HoldingRecord wrap(JournalRecord record) {
        record.requireBody(FIXED_BYTES);
        buffer = record.bytes();
        offset = JournalRecord.HEADER_BYTES;
        int length = buffer.getInt(offset + CURRENCY_LENGTH_OFFSET);
        boolean isText = length >= 0 && length <= EventText.LENGTH_MAX;
        record.requireBody(isText ? FIXED_BYTES + (long) length : -1);
        return this;
    }

    /** Bytes that are enough for any body. */
    public static int lengthMax() {
        return FIXED_BYTES + EventText.LENGTH_MAX;
    }

    /** Bytes of the whole body. */
    public int length() {
        return FIXED_BYTES + buffer.getInt(offset + CURRENCY_LENGTH_OFFSET);
    }

    /** A copy of a record that was read, with memory of its own. Allocates. */
    public static HoldingRecord copyOf(HoldingRecord read) {
        HoldingRecord copy = new HoldingRecord();
        copy.buffer = new UnsafeBuffer(new byte[read.length()]);
        copy.buffer.putBytes(0, read.buffer, read.offset, read.length());
        return copy;
    }

    /** Why it is written: one of the constants. */
    public int cause() {
        return buffer.getInt(offset + CAUSE_OFFSET);
    }

    /** Sets {@link #cause()}. */
    public HoldingRecord cause(int value) {
        buffer.putInt(offset + CAUSE_OFFSET, value);
        return this;
    }

    /** Side of the fill: 1 to buy, -1 to sell; 0 without a fill. */
    public int side() {
        return buffer.getInt(offset + SIDE_OFFSET);
    }

    /** Sets {@link #side()}. */
    public HoldingRecord side(int value) {
        buffer.putInt(offset + SIDE_OFFSET, value);
        return this;
    }

    /** The venue's number of the fill; 0 without one. */
    public long tradeId() {
        return buffer.getLong(offset + TRADE_ID_OFFSET);
    }

    /** Sets {@link #tradeId()}. */
    public HoldingRecord tradeId(long value) {
        buffer.putLong(offset + TRADE_ID_OFFSET, value);
        return this;
    }

    /** The largest number of a fill of the instrument that was counted; 0 for none. */
    public long largestFill() {
        return buffer.getLong(offset + LARGEST_FILL_OFFSET);
    }

    /** Sets {@link #largestFill()}. */
    public HoldingRecord largestFill(long value) {
        buffer.putLong(offset + LARGEST_FILL_OFFSET, value);
        return this;
    }

    /** What of its order was filled, in units of 1e-8. */
    public long orderFilledUnits() {
        return buffer.getLong(offset + ORDER_FILLED_OFFSET);
    }

    /** What of that fills have told. */
    public long orderToldUnits() {
        return buffer.getLong(offset + ORDER_TOLD_OFFSET);
    }

    /** The sum of amount times price of those fills. */
    public double orderToldValue() {
        return buffer.getDouble(offset + ORDER_VALUE_OFFSET);
    }

    /** The price at which the rest of what was filled was counted. */
    public double adoptedPrice() {
        return buffer.getDouble(offset + ADOPTED_PRICE_OFFSET);
    }

    /** Sets all that was filled of its order. */
    public HoldingRecord order(long filled, long told, double value, double adopted) {
        buffer.putLong(offset + ORDER_FILLED_OFFSET, filled);
        buffer.putLong(offset + ORDER_TOLD_OFFSET, told);
        buffer.putDouble(offset + ORDER_VALUE_OFFSET, value);
        buffer.putDouble(offset + ADOPTED_PRICE_OFFSET, adopted);
        return this;
    }

    /** Bought less sold, in units of 1e-8 of the base currency. */
    public long units() {
        return buffer.getLong(offset + UNITS_OFFSET);
    }

    /** Sets {@link #units()}. */
    public HoldingRecord units(long value) {
        buffer.putLong(offset + UNITS_OFFSET, value);
        return this;
    }

    /** Fills that were counted. */
    public long fills() {
        return buffer.getLong(offset + FILLS_OFFSET);
    }

    /** Sets {@link #fills()}. */
    public HoldingRecord fills(long value) {
        buffer.putLong(offset + FILLS_OFFSET, value);
        return this;
    }

    /** Units whose price only an order row told. */
    public long estimatedUnits() {
        return buffer.getLong(offset + ESTIMATED_OFFSET);
    }

    /** Sets {@link #estimatedUnits()}. */
    public HoldingRecord estimatedUnits(long value) {
        buffer.putLong(offset + ESTIMATED_OFFSET, value);
        return this;
    }

    /** The last healthy price; means nothing without its time. */
    public double mark() {
        return buffer.getDouble(offset + MARK_OFFSET);
    }

    /** Sets {@link #mark()}. */
    public HoldingRecord mark(double value) {
        buffer.putDouble(offset + MARK_OFFSET, value);
        return this;
    }

    /** When that was, in ms since 1970 UTC; 0 while there was none. */
    public long markTimeMs() {
        return buffer.getLong(offset + MARK_TIME_OFFSET);
    }

    /** Sets {@link #markTimeMs()}. */
    public HoldingRecord markTimeMs(long value) {
        buffer.putLong(offset + MARK_TIME_OFFSET, value);
        return this;
    }

    /** Puts what that has cost into a sum. */
    public ExactSum cost(ExactSum into) {
        return into.set(
                buffer.getLong(offset + COST_OFFSET),
                buffer.getLong(offset + COST_OFFSET + SIZE_OF_LONG));
    }

    /** Sets {@link #cost(ExactSum)}. */
    public HoldingRecord putCost(ExactSum sum) {
        buffer.putLong(offset + COST_OFFSET, sum.high());
        buffer.putLong(offset + COST_OFFSET + SIZE_OF_LONG, sum.low());
        return this;
    }

    /** Puts the profit of what was closed into a sum. */
    public ExactSum realised(ExactSum into) {
        return into.set(
                buffer.getLong(offset + REALISED_OFFSET),
                buffer.getLong(offset + REALISED_OFFSET + SIZE_OF_LONG));
    }

    /** Sets {@link #realised(ExactSum)}. */
    public HoldingRecord putRealised(ExactSum sum) {
        buffer.putLong(offset + REALISED_OFFSET, sum.high());
        buffer.putLong(offset + REALISED_OFFSET + SIZE_OF_LONG, sum.low());
        return this;
    }

    /** Puts the fees in the base currency into a sum. */
    public ExactSum baseFees(ExactSum into) {
        return into.set(
                buffer.getLong(offset + BASE_FEES_OFFSET),
                buffer.getLong(offset + BASE_FEES_OFFSET + SIZE_OF_LONG));
    }

    /** Sets {@link #baseFees(ExactSum)}. */
    public HoldingRecord putBaseFees(ExactSum sum) {
        buffer.putLong(offset + BASE_FEES_OFFSET, sum.high());
        buffer.putLong(offset + BASE_FEES_OFFSET + SIZE_OF_LONG, sum.low());
        return this;
    }

    /** Puts the fees in the quote currency into a sum. */
    public ExactSum quoteFees(ExactSum into) {
        return into.set(
                buffer.getLong(offset + QUOTE_FEES_OFFSET),
                buffer.getLong(offset + QUOTE_FEES_OFFSET + SIZE_OF_LONG));
    }

    /** Sets {@link #quoteFees(ExactSum)}. */
    public HoldingRecord putQuoteFees(ExactSum sum) {
        buffer.putLong(offset + QUOTE_FEES_OFFSET, sum.high());
        buffer.putLong(offset + QUOTE_FEES_OFFSET + SIZE_OF_LONG, sum.low());
        return this;
    }

    /** Puts all fees in the {@link #currency()} into a sum. */
    public ExactSum fees(ExactSum into) {
        return into.set(
                buffer.getLong(offset + FEES_OFFSET),
                buffer.getLong(offset + FEES_OFFSET + SIZE_OF_LONG));
    }

    /** Sets {@link #fees(ExactSum)}. */
    public HoldingRecord putFees(ExactSum sum) {
        buffer.putLong(offset + FEES_OFFSET, sum.high());
        buffer.putLong(offset + FEES_OFFSET + SIZE_OF_LONG, sum.low());
        return this;
    }

    /** Currency of the fee that was counted; empty without one. Allocates. */
    public String currency() {
        int length = buffer.getInt(offset + CURRENCY_LENGTH_OFFSET);
        return RecordText.get(buffer, offset + FIXED_BYTES, length);
    }

    /** Sets {@link #currency()}. */
    public HoldingRecord currency(CharSequence name) {
        int room = EventText.LENGTH_MAX;
        int length = RecordText.put(buffer, offset + FIXED_BYTES, name, room);
        buffer.putInt(offset + CURRENCY_LENGTH_OFFSET, length);
        return this;
    }
}
