package io.hayate.journal.past;

import io.hayate.journal.CurrencyRecord;
import io.hayate.journal.HeldPart;
import io.hayate.journal.HoldingRecord;
import io.hayate.number.ExactSum;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the fills of the account, or of one strategy, had come to in the runs before. Each record replaces
 * what an earlier one said. One thread, before the start; bounded.
 */
public final class PastSums {
    private static final int COUNT_MAX = 4_096; // instruments, and currencies

    private final Map<String, HeldPart> holdings = new LinkedHashMap<>();
    private final Map<String, CurrencyRecord> currencies = new LinkedHashMap<>();
    private final Map<String, ExactSum> fees = new HashMap<>();

    PastSums() {}

    void put(String symbol, HeldPart held) {
        if (symbol == null || isFull(holdings, symbol)) {
            throw new IllegalStateException("no place for what is held of " + symbol);
        }
        holdings.put(symbol, held);
    }

    private static boolean isFull(Map<String, ?> known, String name) {
        return known.size() >= COUNT_MAX && !known.containsKey(name);
    }

    /** Takes the fees in the currency of a record that tells one. */
    void putFees(HoldingRecord record, HeldPart part) {
        fees.put(record.currency(), part.fees(new ExactSum()));
    }

    void put(CurrencyRecord read) {
        String name = read.currency();
        if (isFull(currencies, name)) {
            throw new IllegalStateException("no place for what is known of " + name);
        }
        currencies.put(name, CurrencyRecord.copyOf(read));
        fees.put(name, read.fees(new ExactSum()));
    }

    void clear() {
        holdings.clear();
        currencies.clear();
        fees.clear();
    }

    /** What is held of each instrument, by its symbol. */
    public Map<String, HeldPart> holdings() {
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
}
