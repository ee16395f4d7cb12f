package io.hayate.journal;

import static org.agrona.BitUtil.SIZE_OF_DOUBLE;
import static org.agrona.BitUtil.SIZE_OF_INT;
import static org.agrona.BitUtil.SIZE_OF_LONG;

import io.hayate.number.ExactSum;
import org.agrona.MutableDirectBuffer;

/**
 * What is known of one currency, of the account or of one strategy: fees and the day's beginning; of the
 * account what the exchange wallet held, too: a flyweight over the body of CURRENCY. What it says replaces
 * what was said before.
 *
 * <pre>
 *  0 day 8 | day start 8 | fees 16 | 32 wallet units 8 | book units 8
 * 48 is loss reached 4 | has wallet 4 | currency length 4 | strategy 4 | 64 currency
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

    private final NamedBody body = new NamedBody(CURRENCY_LENGTH_OFFSET, 0);

    /** Points this flyweight at a record of a strategy that is being written, and clears it; 0 for none. */
    public CurrencyRecord wrap(MutableDirectBuffer target, int bodyOffset, int strategy) {
        body.wrap(target, bodyOffset, strategy);
        return this;
    }

    /**
     * Points this flyweight at a record that was read; valid until the next one is.
     *
     * @throws JournalException when the record is too short for what it promises
     */
    public CurrencyRecord wrap(JournalRecord record) {
        body.wrap(record);
        return this;
    }

    /** Bytes that are enough for any body. */
    public static int lengthMax() {
        return NamedBody.lengthMax(CURRENCY_LENGTH_OFFSET, 0);
    }

    /** Bytes of the whole body. */
    public int length() {
        return body.length();
    }

    /** A copy of a record that was read, with memory of its own. Allocates. */
    public static CurrencyRecord copyOf(CurrencyRecord read) {
        CurrencyRecord copy = new CurrencyRecord();
        copy.body.copyFrom(read.body);
        return copy;
    }

    /** Number of the strategy, as a NAME of its segment says; 0 for the account. */
    public int strategy() {
        return body.strategy();
    }

    /** The day that it is about, in days since 1970 UTC. */
    public long day() {
        return body.getLong(DAY_OFFSET);
    }

    /** Sets the day, and what all fills had brought when it began. */
    public CurrencyRecord day(long value, double start) {
        body.putLong(DAY_OFFSET, value);
        body.putDouble(DAY_START_OFFSET, start);
        return this;
    }

    /** What all fills had brought when that day began. */
    public double dayStart() {
        return body.getDouble(DAY_START_OFFSET);
    }

    /** Puts the fees, below 0 when paid, into a sum. */
    public ExactSum fees(ExactSum into) {
        return body.getSum(FEES_OFFSET, into);
    }

    /** Sets {@link #fees(ExactSum)}. */
    public CurrencyRecord putFees(ExactSum sum) {
        body.putSum(FEES_OFFSET, sum);
        return this;
    }

    /** What the exchange wallet held, in units of 1e-8. */
    public long walletUnits() {
        return body.getLong(WALLET_UNITS_OFFSET);
    }

    /** What fills and fees had brought of it then, in units of 1e-8. */
    public long bookUnits() {
        return body.getLong(BOOK_UNITS_OFFSET);
    }

    /** 1 when the day had lost what it may, else 0. */
    public int isLossReached() {
        return body.getInt(IS_LOSS_REACHED_OFFSET);
    }

    /** Sets {@link #isLossReached()}. */
    public CurrencyRecord isLossReached(int value) {
        body.putInt(IS_LOSS_REACHED_OFFSET, value);
        return this;
    }

    /** Sets both, and that they are known. */
    public CurrencyRecord wallet(long wallet, long books) {
        body.putLong(WALLET_UNITS_OFFSET, wallet);
        body.putLong(BOOK_UNITS_OFFSET, books);
        body.putInt(HAS_WALLET_OFFSET, 1);
        return this;
    }

    /** 1 when the two of the wallet are known, else 0. */
    public int hasWallet() {
        return body.getInt(HAS_WALLET_OFFSET);
    }

    /** Its name. Allocates. */
    public String currency() {
        return body.name();
    }

    /** Sets {@link #currency()}. */
    public CurrencyRecord currency(CharSequence name) {
        body.name(name);
        return this;
    }
}
