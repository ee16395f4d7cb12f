package io.hayate.portfolio;

/**
 * A margin position as the venue told it last. What it has not computed is NaN. The position, not sums of
 * our fills: whoever trades on the account has made it.
 */
public final class ToldPosition extends ToldRow {
    /** Amount held, in the base currency; below 0 for a short position. */
    public double amount() {
        return value(0);
    }

    /** What a unit of it has cost, in the quote currency. */
    public double basePrice() {
        return value(1);
    }

    /** What funding it has cost so far. */
    public double funding() {
        return value(2);
    }

    /** Its profit, in the quote currency. */
    public double profit() {
        return value(3);
    }

    /** The same in percent of what it has cost. */
    public double profitPercent() {
        return value(4);
    }

    /** Price at which the venue liquidates it, in the quote currency. */
    public double liquidationPrice() {
        return value(5);
    }

    /** Its leverage. */
    public double leverage() {
        return value(6);
    }

    /** What stands in for it, of a derivative. */
    public double collateral() {
        return value(7);
    }

    /** The least that may. */
    public double collateralMin() {
        return value(8);
    }
}
