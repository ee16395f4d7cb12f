package io.hayate.backtest;

import io.hayate.venue.QueueModel;
import java.math.BigDecimal;
import java.util.Map;

/**
 * What came of one set of parameters under one queue model.
 *
 * @param orders how many were sent, and refused
 * @param fills how many there were, and how they came about
 * @param money by quote currency
 * @param fees by the currency that they were paid in
 * @param positions at the end, by symbol
 * @param complaint why the strategy did not run to the end; empty when it did
 */
record BacktestResult(
        Map<String, String> parameters,
        QueueModel model,
        Orders orders,
        Fills fills,
        Map<String, Money> money,
        Map<String, BigDecimal> fees,
        Map<String, BigDecimal> positions,
        String complaint) {
    /**
     * How many orders were sent, were refused here, and rejected by the exchange.
     *
     * @param why the exchange's word for the first that it did not take
     */
    record Orders(long sent, long refused, long rejected, String why) {}

    /**
     * Fills.
     *
     * @param makers of resting orders
     * @param uncertain of those: another queue model could have them otherwise
     * @param isModelAsked false when each queue model gives the same
     */
    record Fills(long count, long makers, long uncertain, boolean isModelAsked) {}

    /** Profit, fees paid included, and the largest fall of it. */
    record Money(BigDecimal profit, BigDecimal drawdown) {}

    /** Profit in a currency; 0 when nothing was traded for it. */
    BigDecimal profit(String currency) {
        Money found = money.get(currency);
        return found == null ? BigDecimal.ZERO : found.profit();
    }

    /** The same as of another model, which was not asked, either. */
    BacktestResult as(QueueModel other) {
        return new BacktestResult(
                parameters, other, orders, fills, money, fees, positions, complaint);
    }
}
