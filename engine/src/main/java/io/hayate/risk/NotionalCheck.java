package io.hayate.risk;

import io.hayate.event.OrderIntent;
import io.hayate.model.Instruments;
import io.hayate.number.Decimals;

/** Whether an order costs or brings more than one order may. Strategy thread; allocates nothing. */
final class NotionalCheck {
    private final LimitTable limits;

    NotionalCheck(CurrencyLimits limits, Instruments instruments) {
        this.limits = new LimitTable(limits, instruments);
    }

    /**
     * Checks an order.
     *
     * @param price the highest that it may trade at; NaN while none is known
     * @param isReduction true for one that only brings a position nearer to 0: without a price it passes
     */
    RiskVerdict check(OrderIntent intent, double price, boolean isReduction) {
        double limit = limits.of(intent.instrumentId());
        if (limit < 0) {
            return RiskVerdict.NO_LIMIT;
        }
        if (limit == Double.POSITIVE_INFINITY) {
            return RiskVerdict.ACCEPTED;
        }
        double notional = Decimals.toDouble(intent.units()) * price;
        if (notional <= limit || (isReduction && Double.isNaN(price))) {
            return RiskVerdict.ACCEPTED;
        }
        return Double.isNaN(notional) ? RiskVerdict.NO_QUOTE : RiskVerdict.ORDER_NOTIONAL;
    }
}
