package io.hayate.order;

import io.hayate.portfolio.DayProfit;
import io.hayate.portfolio.Funds;
import io.hayate.portfolio.OpenUnits;
import io.hayate.portfolio.Portfolio;

/**
 * Sums of our fills an instrument, exact in units of 1e-8, as the portfolio holds them. The
 * strategy thread adds, any thread reads. Allocates nothing.
 */
public final class Positions {
    private final Portfolio portfolio = new Portfolio();
    private final DayProfit day = new DayProfit(portfolio);
    private final OpenUnits open = new OpenUnits(portfolio.currencies());
    private final Funds funds = new Funds(portfolio.currencies());

    /** What the fills have come to beside that: cost, profit and fees. */
    public Portfolio portfolio() {
        return portfolio;
    }

    /** What the day has brought; strategy thread. */
    DayProfit day() {
        return day;
    }

    /** What open orders may still trade; strategy thread. */
    OpenUnits open() {
        return open;
    }

    /** What the exchange wallet holds; strategy thread. */
    public Funds funds() {
        return funds;
    }

    /** Bought less sold, by this run and those before that its journal knows, in the base currency. */
    public double amount(int instrumentId) {
        return portfolio.amount(instrumentId);
    }

    /** As {@link #amount}, exactly, in units of 1e-8. */
    public long units(int instrumentId) {
        return portfolio.units(instrumentId);
    }
}
