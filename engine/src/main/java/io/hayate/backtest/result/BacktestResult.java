package io.hayate.backtest.result;

import io.hayate.venue.QueueModel;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What came of one set of parameters under one queue model.
 *
 * @param orders how many were sent, and refused
 * @param fills how many there were, and how they came about
 * @param money by quote currency
 * @param held at the end, and the fees
 * @param detail curves and the like; null unless asked for
 * @param complaint why the strategy did not run to the end; empty when it did
 */
public record BacktestResult(
        Map<String, String> parameters,
        QueueModel model,
        Orders orders,
        Fills fills,
        Map<String, Money> money,
        Held held,
        RunDetail detail,
        String complaint) {
    /**
     * How many orders were sent, were refused here, and rejected by the exchange.
     *
     * @param why the exchange's word for the first that it did not take
     */
    public record Orders(long sent, long refused, long rejected, String why) {}

    /**
     * Fills.
     *
     * @param makers of resting orders
     * @param uncertain of those: another queue model could have them otherwise
     * @param isModelAsked false when each queue model gives the same
     * @param places how resting orders fared by what lay before them
     */
    public record Fills(
            long count,
            long makers,
            long uncertain,
            boolean isModelAsked,
            List<QueueBins.Bin> places) {}

    /** Profit, fees paid included, the largest fall of it, and where it came from. */
    public record Money(BigDecimal profit, BigDecimal drawdown, Causes causes) {
        static final Money NONE = new Money(BigDecimal.ZERO, BigDecimal.ZERO, Causes.NONE);
    }

    /** Parts of a profit, as a {@link Ledger} has them; their sum is all of it. */
    public record Causes(BigDecimal spread, BigDecimal fees, BigDecimal inventory) {
        static final Causes NONE = new Causes(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /**
     * What is left.
     *
     * @param fees by the currency that they were paid in
     * @param positions at the end, by symbol
     */
    public record Held(Map<String, BigDecimal> fees, Map<String, BigDecimal> positions) {}

    /** The money in a currency; all 0 when nothing was traded for it. */
    public Money money(String currency) {
        return money.getOrDefault(currency, Money.NONE);
    }

    /** Profit in a currency; 0 when nothing was traded for it. */
    public BigDecimal profit(String currency) {
        return money(currency).profit();
    }

    /** The same as of another model, which was not asked, either. */
    public BacktestResult as(QueueModel other) {
        return new BacktestResult(parameters, other, orders, fills, money, held, detail, complaint);
    }
}
