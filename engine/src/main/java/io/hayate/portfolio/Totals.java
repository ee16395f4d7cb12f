package io.hayate.portfolio;

import io.hayate.number.ExactSum;

/**
 * Sums over the instruments that one currency pays, as they stand when they are read. Other currencies stay
 * apart, as no rate between them is stated: a fee in a third currency is in none of these sums.
 *
 * <p>One thread, whichever. Allocates nothing after start.
 */
public final class Totals {
    private final Portfolio portfolio;
    private final Holding held = new Holding();
    private final ExactSum realised = new ExactSum();
    private final ExactSum equity = new ExactSum();
    private final ExactSum part = new ExactSum();
    private double unrealised;
    private int instruments;
    private int unmarked;
    private boolean isWithin;

    /** Of a portfolio; nothing is read yet. */
    public Totals(Portfolio portfolio) {
        this.portfolio = portfolio;
    }

    /** Reads the sums in a currency, by its number. */
    public Totals read(int currency) {
        realised.clear();
        equity.clear();
        unrealised = 0;
        instruments = 0;
        unmarked = 0;
        isWithin = true;
        int count = portfolio.tradedCount();
        for (int i = 0; i < count; i++) {
            if (portfolio.currencies().quote(portfolio.traded(i)) == currency) {
                add(portfolio.read(portfolio.traded(i), held));
            }
        }
        return this;
    }

    private void add(Holding each) {
        instruments++;
        unmarked += each.isMarked() ? 0 : 1;
        isWithin &= realised.add(each.realised());
        unrealised += each.unrealisedProfit();
        isWithin &= each.equity(part) && equity.add(part);
    }

    /** How many instruments were summed up. */
    public int instruments() {
        return instruments;
    }

    /** How many of them are held without a price: what those are worth is not known. */
    public int unmarked() {
        return unmarked;
    }

    /** Profit of what was closed, fees left out. */
    public ExactSum realised() {
        return realised;
    }

    /** Profit of what is held at the last healthy prices; NaN while one is missing. */
    public double unrealised() {
        return unrealised;
    }

    /** True when {@link #equity} is whole: no price is missing, no sum was too large. */
    public boolean isWhole() {
        return isWithin;
    }

    /**
     * What the fills have brought: cash, what is held at the last healthy prices, fees in this currency,
     * and fees in the base currencies at those prices.
     */
    public ExactSum equity() {
        return equity;
    }
}
