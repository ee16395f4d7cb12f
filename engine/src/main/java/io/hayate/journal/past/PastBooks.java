package io.hayate.journal.past;

import io.hayate.journal.CurrencyRecord;
import io.hayate.journal.HeldPart;
import io.hayate.journal.HoldingRecord;
import io.hayate.journal.JournalRecord;
import io.hayate.journal.NoteRecord;
import io.hayate.model.GroupNumber;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * The books of the runs before: what their fills have come to, of the account and of each strategy by its
 * name, which fills those were, and what the day has brought. Each record replaces what an earlier one said,
 * so that the last of each kind is what counts. One thread, before the start; bounded.
 */
public final class PastBooks {
    private static final int STRATEGIES_MAX = 2 * GroupNumber.STRATEGY_MAX;
    private static final PastSums NONE = new PastSums();

    private final PastSums account = new PastSums();
    private final Map<String, PastSums> strategies = new LinkedHashMap<>(); // the latest last
    private final Map<Integer, String> numbered =
            new HashMap<>(); // by the number that each has now
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

    /**
     * Takes what an instrument holds; valid until the next record.
     *
     * @param names what strategies are called by their numbers; null where there is none
     */
    HoldingRecord onHolding(JournalRecord record, String symbol, IntFunction<String> names) {
        isBegun = true;
        holding.wrap(record);
        if (!account.holdings().containsKey(symbol)) { // those before were in files that are gone
            long largest = holding.cause() == HoldingRecord.BOOKS ? holding.largestFill() : 0;
            fills.forget(symbol, largest);
            feesOfFills.forget(symbol, largest);
        }
        HoldingRecord copy = HoldingRecord.copyOf(holding);
        put(account, symbol, copy, copy.held());
        String name = names.apply(copy.strategy());
        if (copy.own() != null && name != null) {
            put(own(name), symbol, copy, copy.own());
        }
        if (holding.cause() == HoldingRecord.FILL) {
            fills.add(symbol, holding.tradeId(), holding.side());
        } else if (holding.cause() == HoldingRecord.FEE) {
            feesOfFills.add(symbol, holding.tradeId(), holding.side());
        }
        return holding;
    }

    private static void put(PastSums sums, String symbol, HoldingRecord record, HeldPart part) {
        sums.put(symbol, part);
        if (record.cause() == HoldingRecord.FEE) {
            sums.putFees(record, part);
        }
    }

    /** Of one strategy; those that no run has written of for longest make way. */
    private PastSums own(String strategy) {
        PastSums known = strategies.remove(strategy);
        if (known == null && strategies.size() >= STRATEGIES_MAX) {
            strategies.remove(strategies.keySet().iterator().next());
        }
        PastSums own = known == null ? new PastSums() : known;
        strategies.put(strategy, own);
        return own;
    }

    /** As {@link #onHolding}, of a currency. */
    void onCurrency(JournalRecord record, IntFunction<String> names) {
        String name = names.apply(currency.wrap(record).strategy());
        if (currency.strategy() == 0) {
            account.put(currency);
        } else if (name != null) {
            own(name).put(currency);
        }
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
            account.holdings().clear();
            account.fees().clear();
            strategies.clear();
            fills.clear();
            feesOfFills.clear();
        }
    }

    /** Puts it into an image. */
    void write(ImageWriter image) throws IOException {
        account.write(image);
        image.number(strategies.size());
        for (Map.Entry<String, PastSums> each : strategies.entrySet()) {
            image.text(each.getKey());
            each.getValue().write(image);
        }
        fills.write(image);
        feesOfFills.write(image);
        image.number(isBegun ? 1 : 0);
        image.number(day);
        image.number(lastNumber);
        image.number(endOfNumbers);
        image.number(hasWallets ? 1 : 0);
    }

    /** Takes what {@link #write} has put there. */
    void read(ImageReader image) throws IOException {
        account.read(image);
        for (int i = image.count(); i > 0; i--) {
            own(image.text()).read(image);
        }
        fills.read(image);
        feesOfFills.read(image);
        isBegun = image.number() == 1;
        day = image.number();
        lastNumber = image.number();
        endOfNumbers = image.number();
        hasWallets = image.number() == 1;
    }

    void clear() {
        account.clear();
        strategies.clear();
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

    /** Those of the account. */
    public PastSums account() {
        return account;
    }

    /** What the strategies are called that had some of their own. */
    public Set<String> strategies() {
        return strategies.keySet();
    }

    /** Those of one strategy by its name; empty where it had none. */
    public PastSums strategy(String name) {
        return strategies.getOrDefault(name, NONE);
    }

    /** Takes which number each strategy has now. */
    public void assign(Map<String, Integer> numbers) {
        numbered.clear();
        numbers.forEach((name, number) -> numbered.put(number, name));
    }

    /** What each strategy is called, by the number that it has now. */
    public Map<Integer, String> names() {
        return numbered;
    }

    /** Those of the strategy that has this number now; of 0 those of the account. */
    public PastSums of(int strategy) {
        return strategy == 0 ? account : strategy(numbered.getOrDefault(strategy, ""));
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
