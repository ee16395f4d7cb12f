package io.hayate.journal.past;

import io.hayate.journal.CurrencyRecord;
import io.hayate.journal.HeldPart;
import io.hayate.journal.HoldingRecord;
import io.hayate.number.ExactSum;
import java.io.IOException;
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
    private final Map<String, ExactSum> fees = new LinkedHashMap<>();

    PastSums() {}

    void put(String symbol, HeldPart held) {
        if (symbol == null || isFull(holdings, symbol)) {
            throw new IllegalStateException("no place for what is held of " + symbol);
        }
        holdings.put(symbol, held);
    }

    /** Puts it into an image. */
    void write(ImageWriter image) throws IOException {
        image.number(holdings.size());
        for (Map.Entry<String, HeldPart> each : holdings.entrySet()) {
            image.text(each.getKey());
            image.held(each.getValue());
        }
        image.number(currencies.size());
        for (CurrencyRecord each : currencies.values()) {
            image.currency(each);
        }
        image.number(fees.size());
        for (Map.Entry<String, ExactSum> each : fees.entrySet()) {
            image.text(each.getKey());
            image.sum(each.getValue());
        }
    }

    /** Takes what {@link #write} has put there. */
    void read(ImageReader image) throws IOException {
        for (int i = image.count(); i > 0; i--) {
            put(image.text(), image.held());
        }
        for (int i = image.count(); i > 0; i--) {
            put(image.currency());
        }
        fees.clear();
        for (int i = image.count(); i > 0; i--) {
            String name = image.text();
            fees.put(name, image.sum());
        }
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
