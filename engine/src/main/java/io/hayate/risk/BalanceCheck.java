package io.hayate.risk;

import io.hayate.event.OrderIntent;
import io.hayate.model.Side;
import io.hayate.number.Decimals;

/**
 * Whether the wallet has what an order takes from it, beside what our open orders may take. Without a word
 * of the venue on wallets, or a price, there is nothing to check. Strategy thread; allocates nothing.
 */
final class BalanceCheck {
    private final boolean isOn;

    BalanceCheck(boolean isOn) {
        this.isOn = isOn;
    }

    boolean isOn() {
        return isOn;
    }

    /**
     * Checks an order of the exchange wallet.
     *
     * @param freeUnits what is free of the currency that it takes; the largest number for not known
     * @param price the highest that it may trade at; NaN while none is known
     */
    RiskVerdict check(OrderIntent intent, long freeUnits, double price) {
        if (freeUnits == Long.MAX_VALUE || !intent.type().isExchange()) {
            return RiskVerdict.ACCEPTED;
        }
        double needed =
                intent.side() == Side.SELL
                        ? intent.units()
                        : Decimals.toDouble(intent.units()) * price * Decimals.UNITS_PER_ONE;
        return needed > freeUnits ? RiskVerdict.BALANCE : RiskVerdict.ACCEPTED;
    }
}
