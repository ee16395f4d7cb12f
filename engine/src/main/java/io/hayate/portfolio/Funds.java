package io.hayate.portfolio;

import io.hayate.number.Decimals;
import java.util.Arrays;

/**
 * What the exchange wallet holds of each currency, as the venue told it last. Strategy thread; allocates
 * when a currency is met for the first time.
 */
public final class Funds {
    private static final double EXACT_UNITS = 1e-4;

    private final Currencies currencies;
    private final long[] units = new long[Currencies.COUNT_MAX];
    private boolean isTold;

    /** Nothing is told yet. */
    public Funds(Currencies currencies) {
        this.currencies = currencies;
    }

    /** A whole list of wallets begins: what it does not name is not there. */
    public void onSnapshot() {
        isTold = true;
        Arrays.fill(units, 0);
    }

    /** True once the venue has told a list of wallets. */
    public boolean isTold() {
        return isTold;
    }

    /** Takes the whole balance of a currency. */
    public void onBalance(CharSequence currency, double balance) {
        int number = currencies.find(currency);
        number = number == Currencies.NONE ? currencies.register(currency.toString()) : number;
        if (number != Currencies.NONE) {
            double floor = Math.floor(balance * Decimals.UNITS_PER_ONE + EXACT_UNITS);
            units[number] = (long) floor; // NaN is 0, and what is too large the largest
        }
    }

    /**
     * What it holds, in units of 1e-8, rounded down: 0 of a currency that the venue did not name. {@link
     * Long#MAX_VALUE} while it has told no list of wallets.
     */
    public long units(int currency) {
        if (!isTold) {
            return Long.MAX_VALUE;
        }
        return currency < 0 ? 0 : units[currency];
    }
}
