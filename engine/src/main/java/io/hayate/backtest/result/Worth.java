package io.hayate.backtest.result;

import java.math.BigDecimal;

/** The worth of all that was traded for one currency. */
final class Worth {
    private BigDecimal profit = BigDecimal.ZERO;
    private BigDecimal spread = BigDecimal.ZERO;
    private BigDecimal fees = BigDecimal.ZERO;
    private BigDecimal peak = BigDecimal.ZERO;
    private BigDecimal drawdown = BigDecimal.ZERO;

    /** Pairs are added from here on. */
    void begin() {
        profit = BigDecimal.ZERO;
        spread = BigDecimal.ZERO;
        fees = BigDecimal.ZERO;
    }

    void add(Traded traded, BigDecimal middle) {
        profit = profit.add(traded.cash()).add(traded.position().multiply(middle));
        spread = spread.add(traded.spread());
        fees = fees.add(traded.fees());
    }

    /** All pairs were added. */
    void end() {
        peak = peak.max(profit);
        drawdown = drawdown.max(fall());
    }

    BigDecimal profit() {
        return profit;
    }

    /** By how much it is below its peak now. */
    BigDecimal fall() {
        return peak.subtract(profit);
    }

    BacktestResult.Money money() {
        BigDecimal inventory = profit.subtract(spread).subtract(fees);
        return new BacktestResult.Money(
                profit, drawdown, new BacktestResult.Causes(spread, fees, inventory));
    }
}
