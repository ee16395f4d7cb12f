package io.hayate.journal;

import static org.agrona.BitUtil.SIZE_OF_DOUBLE;
import static org.agrona.BitUtil.SIZE_OF_INT;
import static org.agrona.BitUtil.SIZE_OF_LONG;

import io.hayate.event.EventText;
import io.hayate.number.ExactSum;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What is known of one currency: fees, the day's beginning, and what the exchange wallet held: a flyweight
 * over the body of CURRENCY. What it says replaces what was said before.
 *
 * <pre>
 *  0 day 8 | day start 8 | fees 16 | 32 wallet units 8 | book units 8
 * 48 is loss reached 4 | has wallet 4 | currency length 4 | _ 4 | 64 currency
 * </pre>
 */
public final class CurrencyRecord {
    private static final int DAY_OFFSET = 0;
    private static final int DAY_START_OFFSET = DAY_OFFSET + SIZE_OF_LONG;
    private static final int FEES_OFFSET = DAY_START_OFFSET + SIZE_OF_DOUBLE;
    private static final int WALLET_UNITS_OFFSET = FEES_OFFSET + 2 * SIZE_OF_LONG;
    private static final int BOOK_UNITS_OFFSET = WALLET_UNITS_OFFSET + SIZE_OF_LONG;
    private static final int IS_LOSS_REACHED_OFFSET = BOOK_UNITS_OFFSET + SIZE_OF_LONG;
    private static final int HAS_WALLET_OFFSET = IS_LOSS_REACHED_OFFSET + SIZE_OF_INT;
    private static final int CURRENCY_LENGTH_OFFSET = HAS_WALLET_OFFSET + SIZE_OF_INT;
    private static final int FIXED_BYTES = CURRENCY_LENGTH_OFFSET + 2 * SIZE_OF_INT;

    private MutableDirectBuffer buffer;
    private int offset;

    /** Points this flyweight at the body of a record that is being written, and clears it. */
    public CurrencyRecord wrap(MutableDirectBuffer target, int bodyOffset) {
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
    public CurrencyRecord wrap(JournalRecord record) {
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
    public static CurrencyRecord copyOf(CurrencyRecord read) {
        CurrencyRecord copy = new CurrencyRecord();
        copy.buffer = new UnsafeBuffer(new byte[read.length()]);
        copy.buffer.putBytes(0, read.buffer, read.offset, read.length());
        return copy;
    }

    /** The day that it is about, in days since 1970 UTC. */
    public long day() {
        return buffer.getLong(offset + DAY_OFFSET);
    }

    /** Sets {@link #day()}. */
    public CurrencyRecord day(long value) {
        buffer.putLong(offset + DAY_OFFSET, value);
        return this;
    }

    /** What all fills had brought when that day began. */
    public double dayStart() {
        return buffer.getDouble(offset + DAY_START_OFFSET);
    }

    /** Sets {@link #dayStart()}. */
    public CurrencyRecord dayStart(double value) {
        buffer.putDouble(offset + DAY_START_OFFSET, value);
        return this;
    }

    /** Puts the fees, below 0 when paid, into a sum. */
    public ExactSum fees(ExactSum into) {
        return into.set(
                buffer.getLong(offset + FEES_OFFSET),
                buffer.getLong(offset + FEES_OFFSET + SIZE_OF_LONG));
    }

    /** Sets {@link #fees(ExactSum)}. */
    public CurrencyRecord putFees(ExactSum sum) {
        buffer.putLong(offset + FEES_OFFSET, sum.high());
        buffer.putLong(offset + FEES_OFFSET + SIZE_OF_LONG, sum.low());
        return this;
    }

    /** What the exchange wallet held, in units of 1e-8. */
    public long walletUnits() {
        return buffer.getLong(offset + WALLET_UNITS_OFFSET);
    }

    /** Sets {@link #walletUnits()}. */
    public CurrencyRecord walletUnits(long value) {
        buffer.putLong(offset + WALLET_UNITS_OFFSET, value);
        return this;
    }

    /** What fills and fees had brought of it then, in units of 1e-8. */
    public long bookUnits() {
        return buffer.getLong(offset + BOOK_UNITS_OFFSET);
    }

    /** Sets {@link #bookUnits()}. */
    public CurrencyRecord bookUnits(long value) {
        buffer.putLong(offset + BOOK_UNITS_OFFSET, value);
        return this;
    }

    /** 1 when the day had lost what it may, else 0. */
    public int isLossReached() {
        return buffer.getInt(offset + IS_LOSS_REACHED_OFFSET);
    }

    /** Sets {@link #isLossReached()}. */
    public CurrencyRecord isLossReached(int value) {
        buffer.putInt(offset + IS_LOSS_REACHED_OFFSET, value);
        return this;
    }

    /** 1 when the two of the wallet are known, else 0. */
    public int hasWallet() {
        return buffer.getInt(offset + HAS_WALLET_OFFSET);
    }

    /** Sets {@link #hasWallet()}. */
    public CurrencyRecord hasWallet(int value) {
        buffer.putInt(offset + HAS_WALLET_OFFSET, value);
        return this;
    }

    /** Its name. Allocates. */
    public String currency() {
        int length = buffer.getInt(offset + CURRENCY_LENGTH_OFFSET);
        return RecordText.get(buffer, offset + FIXED_BYTES, length);
    }

    /** Sets {@link #currency()}. */
    public CurrencyRecord currency(CharSequence name) {
        int room = EventText.LENGTH_MAX;
        int length = RecordText.put(buffer, offset + FIXED_BYTES, name, room);
        buffer.putInt(offset + CURRENCY_LENGTH_OFFSET, length);
        return this;
    }
}
