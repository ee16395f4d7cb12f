package io.hayate.portfolio;

import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.number.Decimals;
import io.hayate.number.ExactSum;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Positions, cost, profit and fees of our fills, an instrument each; method average cost. Nothing is summed
 * up over currencies, as no rate between them is stated.
 *
 * <p>The strategy thread writes, any thread reads. Allocates when an instrument or a currency is met for
 * the first time.
 */
public final class Portfolio {
    private static final int UNITS = 1;
    private static final int FILLS = 2;
    private static final int ESTIMATED = 3;
    private static final int MARK = 4;
    private static final int MARK_TIME = 5;
    private static final int COST = 6;
    private static final int REALISED = 8;
    private static final int BASE_FEES = 10;
    private static final int QUOTE_FEES = 12;
    private static final int CELLS = 14;
    private static final int FEE_CELLS = 3;

    private final SharedCells cells = new SharedCells(Instruments.COUNT_MAX, CELLS);
    private final SharedCells feeCells = new SharedCells(Currencies.COUNT_MAX, FEE_CELLS);
    private final Currencies currencies;
    private final VenueHoldings atVenue;
    private final Holding holding = new Holding(); // the strategy thread's
    private final ExactSum fees = new ExactSum();
    private final int[] traded = new int[Instruments.COUNT_MAX];
    private final AtomicInteger tradedCount = new AtomicInteger();
    private final FillHistory history = new FillHistory();
    private final WalletDifferences differences = new WalletDifferences();
    private final boolean[] hasChanged = new boolean[Instruments.COUNT_MAX];
    private final int[] changed = new int[Instruments.COUNT_MAX]; // each once
    private int changedCount;

    /** Of no fill yet. */
    public Portfolio() {
        currencies = new Currencies();
        atVenue = new VenueHoldings();
    }

    /** As {@link #Portfolio()}, of a part of this one's account. */
    public Portfolio(Portfolio account) {
        currencies = account.currencies;
        atVenue = account.atVenue;
    }

    /** What the venue says that the account holds on margin, and offers; of the whole account. */
    public VenueHoldings atVenue() {
        return atVenue;
    }

    /** Numbers of the currencies that are met. */
    public Currencies currencies() {
        return currencies;
    }

    /** Makes an instrument known, so that its fills allocate nothing. */
    public void prepare(Instrument instrument) {
        currencies.prepare(instrument);
    }

    /** How many instruments have a fill; any thread. */
    public int tradedCount() {
        return tradedCount.get();
    }

    /**
     * An instrument whose holding, or its price, has changed since it was last answered here; {@link
     * Instrument#NONE} when there is none. Strategy thread; one caller.
     */
    public int takeChanged() {
        if (changedCount == 0) {
            return Instrument.NONE;
        }
        int id = changed[--changedCount];
        hasChanged[id] = false;
        return id;
    }

    private void noteChanged(int id) {
        if (!hasChanged[id]) {
            hasChanged[id] = true;
            changed[changedCount++] = id;
        }
    }

    /** What the wallet holds beside what it should; any thread reads. */
    public WalletDifferences differences() {
        return differences;
    }

    /** The latest fills. */
    public FillHistory history() {
        return history;
    }

    /** Number of the instrument that was traded as the one of this place, from 0. */
    public int traded(int place) {
        return traded[place];
    }

    /**
     * Takes a fill of ours.
     *
     * @param signedUnits in units of 1e-8 of the base currency, above 0 when bought
     * @return false when a sum would be too large, or the price is none, and nothing changes
     */
    public boolean onFill(Instrument instrument, long signedUnits, double price) {
        Holding held = load(instrument.id());
        if (!held.trade(signedUnits, price)) {
            return false;
        }
        if (held.fills == 1) {
            prepare(instrument);
            noteTraded(instrument.id());
        }
        store(instrument.id());
        return true;
    }

    /** The fill that was taken last, or a part of it, has a price that may be rounded. */
    public void onEstimate(int instrumentId, long units) {
        load(instrumentId).estimatedUnits += units;
        store(instrumentId);
    }

    /** A fill that was taken at an estimated price has become known: its own price takes that one's place. */
    public boolean onCorrection(int instrumentId, long signedUnits, double from, double to) {
        Holding held = load(instrumentId);
        if (!held.correct(signedUnits, from, to)) {
            return false;
        }
        held.estimatedUnits -= Math.abs(signedUnits);
        store(instrumentId);
        return true;
    }

    /**
     * Takes the fee of a fill of ours.
     *
     * @param fee below 0 when paid
     * @return false when it is no number, a sum would be too large, or there are too many currencies
     */
    public boolean onFee(Instrument instrument, CharSequence currency, double fee) {
        int number = currencies.find(currency);
        number = number == Currencies.NONE ? currencies.register(currency.toString()) : number;
        if (number == Currencies.NONE || !readFees(number, fees).add(fee)) {
            return false;
        }
        prepare(instrument);
        Holding held = load(instrument.id());
        boolean fits =
                number == currencies.base(instrument.id())
                        ? held.baseFees.add(fee)
                        : number != currencies.quote(instrument.id()) || held.quoteFees.add(fee);
        if (fits) {
            store(instrument.id());
            restoreFees(number, fees);
        }
        return fits;
    }

    /** Takes what runs before have held of an instrument; before the start. */
    public void restore(Instrument instrument, Holding before) {
        prepare(instrument);
        int id = instrument.id();
        boolean isNew = cells.get(id, FILLS) == 0;
        holding.set(before);
        store(id);
        if (before.markTimeMs != 0) {
            onMark(id, before.mark, before.markTimeMs);
        }
        if (isNew && before.fills > 0) {
            noteTraded(id);
        }
    }

    private void noteTraded(int id) {
        traded[tradedCount.getPlain()] = id;
        tradedCount.lazySet(tradedCount.getPlain() + 1); // one thread writes
    }

    /** Takes the fees in a currency of runs before; before the start. */
    public void restoreFees(int currency, ExactSum before) {
        feeCells.begin(currency);
        feeCells.set(currency, 1, before.high());
        feeCells.set(currency, 2, before.low());
        feeCells.end(currency);
    }

    /** Takes the last healthy price of an instrument. */
    public void onMark(int instrumentId, double price, long timeMs) {
        if (cells.get(instrumentId, FILLS) != 0) {
            noteChanged(instrumentId);
        }
        cells.begin(instrumentId);
        cells.set(instrumentId, MARK, Double.doubleToRawLongBits(price));
        cells.set(instrumentId, MARK_TIME, timeMs);
        cells.end(instrumentId);
    }

    private Holding load(int id) {
        return copy(id, holding);
    }

    private Holding copy(int id, Holding into) {
        into.units = cells.get(id, UNITS);
        into.fills = cells.get(id, FILLS);
        into.estimatedUnits = cells.get(id, ESTIMATED);
        into.markTimeMs = cells.get(id, MARK_TIME);
        into.mark =
                into.markTimeMs == 0 ? Double.NaN : Double.longBitsToDouble(cells.get(id, MARK));
        read(id, COST, into.cost);
        read(id, REALISED, into.realised);
        read(id, BASE_FEES, into.baseFees);
        read(id, QUOTE_FEES, into.quoteFees);
        return into;
    }

    private void read(int id, int index, ExactSum into) {
        into.set(cells.get(id, index), cells.get(id, index + 1));
    }

    private void store(int id) {
        noteChanged(id);
        cells.begin(id);
        cells.set(id, UNITS, holding.units);
        cells.set(id, FILLS, holding.fills);
        cells.set(id, ESTIMATED, holding.estimatedUnits);
        write(id, COST, holding.cost);
        write(id, REALISED, holding.realised);
        write(id, BASE_FEES, holding.baseFees);
        write(id, QUOTE_FEES, holding.quoteFees);
        cells.end(id);
    }

    private void write(int id, int index, ExactSum sum) {
        cells.set(id, index, sum.high());
        cells.set(id, index + 1, sum.low());
    }

    /** Copies what is held of an instrument, whole; any thread. Returns the copy. */
    public Holding read(int instrumentId, Holding into) {
        long version = cells.version(instrumentId);
        copy(instrumentId, into);
        while (!cells.isSame(instrumentId, version)) {
            version = cells.version(instrumentId);
            copy(instrumentId, into);
        }
        return into;
    }

    /** Bought less sold of an instrument, in units of 1e-8 of its base currency; any thread. */
    public long units(int instrumentId) {
        return cells.get(instrumentId, UNITS);
    }

    /** The same in the base currency. */
    public double amount(int instrumentId) {
        return Decimals.toDouble(units(instrumentId));
    }

    /** Copies the fees of a currency, below 0 when paid; any thread. Returns the copy. */
    public ExactSum readFees(int currency, ExactSum into) {
        long version = feeCells.version(currency);
        into.set(feeCells.get(currency, 1), feeCells.get(currency, 2));
        while (!feeCells.isSame(currency, version)) {
            version = feeCells.version(currency);
            into.set(feeCells.get(currency, 1), feeCells.get(currency, 2));
        }
        return into;
    }
}
