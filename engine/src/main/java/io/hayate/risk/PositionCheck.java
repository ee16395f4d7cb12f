package io.hayate.risk;

import io.hayate.event.OrderIntent;
import io.hayate.model.Instruments;
import io.hayate.number.Decimals;

/**
 * Whether the position, with open orders of its side and this one, would be worth more than it may. Strategy
 * thread; allocates nothing.
 */
final class PositionCheck {
    private final LimitTable limits;

    PositionCheck(CurrencyLimits limits, Instruments instruments) {
        this.limits = new LimitTable(limits, instruments);
    }

    /**
     * Checks an order.
     *
     * @param heldUnits what is held in the direction of its side: below 0 when it is the other
     * @param openUnits of open orders of its side, this one left out
     * @param price the highest that it may trade at; NaN while none is known
     */
    RiskVerdict check(OrderIntent intent, long heldUnits, long openUnits, double price) {
        double limit = limits.of(intent.instrumentId());
        if (limit < 0) {
            return RiskVerdict.NO_LIMIT;
        }
        if (limit == Double.POSITIVE_INFINITY) {
            return RiskVerdict.ACCEPTED;
        }
        double units = (double) heldUnits + openUnits + intent.units();
        double worth = units / Decimals.UNITS_PER_ONE * price;
        if (worth <= limit) {
            return RiskVerdict.ACCEPTED;
        }
        return Double.isNaN(worth) ? RiskVerdict.NO_QUOTE : RiskVerdict.POSITION;
    }
}
