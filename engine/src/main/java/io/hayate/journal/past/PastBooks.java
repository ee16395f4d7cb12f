package io.hayate.journal.past;

import io.hayate.journal.CurrencyRecord;
import io.hayate.journal.HoldingRecord;
import io.hayate.journal.JournalRecord;
import io.hayate.journal.NoteRecord;
import io.hayate.number.ExactSum;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The books of the runs before: what their fills have come to, which fills those were, and what the day has
 * brought. Each record replaces what an earlier one said, so that the last of each kind is what counts. One
 * thread, before the start; bounded.
 */
public final class PastBooks {
    private static final int COUNT_MAX = 4_096; // instruments, and currencies

    private final Map<String, HoldingRecord> holdings = new LinkedHashMap<>();
    private final Map<String, CurrencyRecord> currencies = new LinkedHashMap<>();
    private final Map<String, ExactSum> fees = new HashMap<>();
    private final PastFills fills = new PastFills();
    private final PastFills feesOfFills = new PastFills();
    private final HoldingRecord holding = new HoldingRecord();
    private final CurrencyRecord currency = new CurrencyRecord();
    private final NoteRecord note = new NoteRecord();
    private boolean isBegun;
    private long day;
    private long lastNumber;
    private long endOfNumbers;
    private boolean hasWallets;

    PastBooks() {}

    /** Takes what an instrument holds; valid until the next record. */
    HoldingRecord onHolding(JournalRecord record, String symbol) {
        isBegun = true;
        holding.wrap(record);
        if (symbol == null || isFull(holdings.keySet(), symbol)) {
            throw new IllegalStateException("no place for what is held of " + symbol);
        }
        if (!holdings.containsKey(symbol)) { // those before were in files that are gone
            long largest = holding.cause() == HoldingRecord.BOOKS ? holding.largestFill() : 0;
            fills.forget(symbol, largest);
            feesOfFills.forget(symbol, largest);
        }
        holdings.put(symbol, HoldingRecord.copyOf(holding));
        if (holding.cause() == HoldingRecord.FILL) {
            fills.add(symbol, holding.tradeId(), holding.side());
        } else if (holding.cause() == HoldingRecord.FEE) {
            feesOfFills.add(symbol, holding.tradeId(), holding.side());
            fees.put(holding.currency(), holding.fees(new ExactSum()));
        }
        return holding;
    }

    private static boolean isFull(Set<String> known, String name) {
        return known.size() >= COUNT_MAX && !known.contains(name);
    }

    void onCurrency(JournalRecord record) {
        String name = currency.wrap(record).currency();
        if (isFull(currencies.keySet(), name)) {
            throw new IllegalStateException("no place for what is known of " + name);
        }
        currencies.put(name, CurrencyRecord.copyOf(currency));
        fees.put(name, currency.fees(new ExactSum()));
    }

    /** An order of this number is written down. */
    void onNumber(long clientOrderId) {
        lastNumber = clientOrderId;
    }

    /** The books were whole here; those of a run that began with nothing leave nothing of before. */
    void onBooks(JournalRecord record) {
        isBegun = true;
        note.wrap(record);
        day = note.value();
        endOfNumbers = note.otherValue();
        hasWallets = note.isEnd() != 0;
        if (note.code() == 0) {
            holdings.clear();
            fees.clear();
            fills.clear();
            feesOfFills.clear();
        }
    }

    void clear() {
        holdings.clear();
        currencies.clear();
        fees.clear();
        fills.clear();
        feesOfFills.clear();
        day = 0;
        endOfNumbers = 0;
        hasWallets = false;
    }

    /** True when it is known what the wallets held. */
    public boolean hasWallets() {
        return hasWallets;
    }

    /** True once a release wrote them that keeps books; the fills of those before are in none. */
    public boolean isBegun() {
        return isBegun;
    }

    /** What is held of each instrument, by its symbol. */
    public Map<String, HoldingRecord> holdings() {
        return holdings;
    }

    /** What is known of each currency but its fees. */
    public Map<String, CurrencyRecord> currencies() {
        return currencies;
    }

    /** Fees by currency. */
    public Map<String, ExactSum> fees() {
        return fees;
    }

    /** The fills that are counted. */
    public PastFills fills() {
        return fills;
    }

    /** The fills whose fees are counted. */
    public PastFills feesOfFills() {
        return feesOfFills;
    }

    /** The day of the last books, in days since 1970 UTC. */
    public long day() {
        return day;
    }

    /** The number of the order that was written down last; 0 for none. */
    public long lastNumber() {
        return lastNumber;
    }

    /** The first number that no order of theirs can bear; 0 when that is not known. */
    public long endOfNumbers() {
        return endOfNumbers;
    }
}
