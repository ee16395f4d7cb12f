package io.hayate.portfolio;

import io.hayate.model.Instruments;
import io.hayate.model.Side;

/**
 * What open orders may still trade of each instrument and side, and take of each currency: running sums of
 * the {@link OpenShare}s of orders, in units of 1e-8. Strategy thread; allocates nothing.
 */
public final class OpenUnits {
    private static final int SIDES = 2;

    private final Currencies currencies;
    private final OpenUnits whole; // null for that of the account
    private final OpenUnits[] strategies;
    private final long[] units = new long[SIDES * Instruments.COUNT_MAX];
    private final long[] taken = new long[Currencies.COUNT_MAX];

    /** Without an open order. */
    public OpenUnits(Currencies currencies) {
        this(currencies, 0);
    }

    /** As {@link #OpenUnits(Currencies)}, of an account with so many strategies. */
    public OpenUnits(Currencies currencies, int count) {
        this.currencies = currencies;
        whole = null;
        strategies = new OpenUnits[count];
        for (int i = 0; i < count; i++) {
            strategies[i] = new OpenUnits(this);
        }
    }

    private OpenUnits(OpenUnits account) {
        currencies = account.currencies;
        whole = account;
        strategies = new OpenUnits[0];
    }

    /** Those of one strategy, from 1; of 0 those of all orders. */
    public OpenUnits of(int strategy) {
        return strategy == 0 ? this : strategies[strategy - 1];
    }

    Currencies currencies() {
        return currencies;
    }

    void add(int instrumentId, Side side, long change) {
        units[at(instrumentId, side)] += change;
        if (whole != null) {
            whole.add(instrumentId, side, change);
        }
    }

    void take(int currency, long change) {
        if (currency >= 0) {
            taken[currency] += change;
        }
        if (whole != null) {
            whole.take(currency, change);
        }
    }

    private static int at(int instrumentId, Side side) {
        return SIDES * instrumentId + (side == Side.BUY ? 0 : 1);
    }

    /** What orders of this side may still trade; the largest number when it is more than a number holds. */
    public long units(int instrumentId, Side side) {
        return whole(units[at(instrumentId, side)]);
    }

    /** What orders may still take of a currency: sells of its base, buys of its quote. */
    public long taken(int currency) {
        return currency < 0 ? 0 : whole(taken[currency]);
    }

    private static long whole(long sum) {
        return sum < 0 ? Long.MAX_VALUE : sum; // it went beyond
    }
}
