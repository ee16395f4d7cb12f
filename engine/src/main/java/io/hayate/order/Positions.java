package io.hayate.order;

import io.hayate.portfolio.Portfolio;

/**
 * Sums of our fills an instrument, exact in units of 1e-8, as the portfolio holds them. The
 * strategy thread adds, any thread reads. Allocates nothing.
 */
public final class Positions {
    private final Portfolio portfolio = new Portfolio();

    /** What the fills have come to beside that: cost, profit and fees. */
    public Portfolio portfolio() {
        return portfolio;
    }

    /** Bought less sold since the start, in the base currency. */
    public double amount(int instrumentId) {
        return portfolio.amount(instrumentId);
    }

    /** As {@link #amount}, exactly, in units of 1e-8. */
    public long units(int instrumentId) {
        return portfolio.units(instrumentId);
    }
}
