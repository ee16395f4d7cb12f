package io.hayate.risk;

import io.hayate.number.Decimals;

/** Checks every order before it is written. Strategy thread; allocates nothing. */
public final class RiskGate {
    private final RiskLimits limits;
    private final RateLimit rate;

    public RiskGate(RiskLimits limits) {
        this.limits = limits;
        this.rate = new RateLimit(limits.ordersPerSecondMax());
    }

    /**
     * Checks an order.
     *
     * @param amount as asked for, in the base currency
     * @param openOrders how many orders are open or of unknown outcome
     * @param nowNs the time of the event that led to the order
     */
    public RiskVerdict check(double amount, int openOrders, long nowNs) {
        RiskVerdict verdict = checkAmount(amount);
        if (!verdict.isAccepted()) {
            return verdict;
        }
        if (openOrders >= limits.openOrdersMax()) {
            return RiskVerdict.OPEN_ORDERS;
        }
        return rate.allows(nowNs) ? RiskVerdict.ACCEPTED : RiskVerdict.ORDER_RATE;
    }

    private RiskVerdict checkAmount(double amount) {
        if (!limits.tradingEnabled()) {
            return RiskVerdict.TRADING_DISABLED;
        }
        if (!(amount > 0) || amount == Double.POSITIVE_INFINITY) {
            return RiskVerdict.AMOUNT;
        }
        if (amount > Decimals.toDouble(limits.orderAmountMaxUnits())) {
            return RiskVerdict.ORDER_AMOUNT;
        }
        boolean exact = Decimals.toUnits(amount) > 0;
        return exact ? RiskVerdict.ACCEPTED : RiskVerdict.AMOUNT_DECIMALS;
    }

    /** Counts an order that has been written at {@code nowNs}. */
    public void onSent(long nowNs) {
        rate.add(nowNs);
    }
}
