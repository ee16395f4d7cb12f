package io.hayate.risk;

import io.hayate.number.Decimals;
import org.agrona.concurrent.NanoClock;

/** Checks every order before it is written. Strategy thread; allocates nothing. */
public final class RiskGate {
    private final RiskLimits limits;
    private final NanoClock clock;
    private final RateLimit rate;

    /**
     * A gate that has seen no order.
     *
     * @param clock counts orders by the time at which they leave: that of the event that they answer may
     *     lie far back after a stall
     */
    public RiskGate(RiskLimits limits, NanoClock clock) {
        this.limits = limits;
        this.clock = clock;
        this.rate = new RateLimit(limits.ordersPerSecondMax());
    }

    /**
     * Checks an order.
     *
     * @param amount as asked for, in the base currency
     * @param openOrders how many orders are open or of unknown outcome
     */
    public RiskVerdict check(double amount, int openOrders) {
        RiskVerdict verdict = checkAmount(amount);
        if (!verdict.isAccepted()) {
            return verdict;
        }
        if (openOrders >= limits.openOrdersMax()) {
            return RiskVerdict.OPEN_ORDERS;
        }
        return rate.allows(clock.nanoTime()) ? RiskVerdict.ACCEPTED : RiskVerdict.ORDER_RATE;
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

    /** Counts an order that has been written just now; returns when that was. */
    public long onSent() {
        long nowNs = clock.nanoTime();
        rate.add(nowNs);
        return nowNs;
    }
}
