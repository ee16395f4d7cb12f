package io.hayate.backtest.compare;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;

/**
 * How far the average prices of orders that were filled in both runs are from each other, each order
 * counted once:
 *
 * <pre>
 * worse = side * (backtest - live) / live    above 0 where the backtest paid more, or got less
 * apart = |worse|
 * </pre>
 */
public final class PriceDifference {
    private static final int PERCENT = 100;

    private long orders;
    private double worse; // sums
    private double apart;

    /** An order and its like in the backtest; those of which one was not filled count for nothing. */
    void add(JournaledOrder live, JournaledOrder tested) {
        if (live.fills().isEmpty() || tested.fills().isEmpty()) {
            return;
        }
        double before = average(live.fills());
        double each = live.side().sign() * (average(tested.fills()) - before) / before;
        orders++;
        worse += each;
        apart += Math.abs(each);
    }

    private static double average(Map<BigDecimal, BigDecimal> fills) {
        BigDecimal cost = BigDecimal.ZERO;
        BigDecimal amount = BigDecimal.ZERO;
        for (Map.Entry<BigDecimal, BigDecimal> fill : fills.entrySet()) {
            cost = cost.add(fill.getKey().multiply(fill.getValue()));
            amount = amount.add(fill.getValue());
        }
        return cost.divide(amount, MathContext.DECIMAL64).doubleValue();
    }

    /** Orders that were filled in both. */
    public long orders() {
        return orders;
    }

    /** On average, in percent of the price; below 0 where the backtest's are better. */
    public double worsePercent() {
        return orders == 0 ? 0 : PERCENT * worse / orders;
    }

    /** On average, whichever is better, in percent of the price. */
    public double apartPercent() {
        return orders == 0 ? 0 : PERCENT * apart / orders;
    }
}
