package io.hayate.portfolio;

import io.hayate.model.Instrument;
import io.hayate.model.Side;
import io.hayate.number.Decimals;

/**
 * What one order adds to the sums of what is open: each change of it changes them by the difference, so that
 * they are always the sums of all shares. Strategy thread; allocates nothing.
 */
public final class OpenShare {
    private static final double TAKEN_MAX =
            1e15; // units of one order: ten millions of any currency

    private final OpenUnits account;
    private OpenUnits open;
    private Instrument instrument;
    private Side side = Side.BUY;
    private int currency = Currencies.NONE;
    private long units;
    private long taken;

    /** A share of nothing. */
    public OpenShare(OpenUnits open) {
        account = open;
        this.open = open;
    }

    /** Adds from now on to the sums of this strategy, and by them to the account's; of 0 to those alone. */
    public void begin(int strategy) {
        clear();
        open = account.of(strategy);
    }

    /**
     * Becomes what an order may still trade.
     *
     * @param unitsNow in units of 1e-8 of the base currency
     * @param price the highest that it may trade at; NaN while none is known
     */
    public void set(Instrument traded, Side sideNow, long unitsNow, double price) {
        if (instrument == null || traded.id() != instrument.id() || sideNow != side) {
            become(traded, sideNow);
        }
        open.add(traded.id(), side, unitsNow - units);
        units = unitsNow;
        double takes =
                side == Side.SELL ? unitsNow : Math.ceil(Decimals.toDouble(unitsNow) * price * 1e8);
        long takenNow = takes > 0 ? (long) Math.min(takes, TAKEN_MAX) : 0; // none for NaN
        open.take(currency, takenNow - taken);
        taken = takenNow;
    }

    private void become(Instrument traded, Side sideNow) {
        clear();
        open.currencies().prepare(traded);
        instrument = traded;
        side = sideNow;
        int id = traded.id();
        currency = side == Side.SELL ? open.currencies().base(id) : open.currencies().quote(id);
    }

    /** Adds nothing any more. */
    public void clear() {
        if (instrument != null) {
            open.add(instrument.id(), side, -units);
            open.take(currency, -taken);
            units = 0;
            taken = 0;
        }
    }

    /** What it adds of its side, in units of 1e-8 of the base currency. */
    public long units() {
        return units;
    }

    /** What it takes of its currency, in units of 1e-8 of that. */
    public long taken() {
        return taken;
    }
}
