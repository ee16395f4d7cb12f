package io.hayate.risk;

import io.hayate.model.Settings;
import java.math.BigDecimal;

/**
 * The limits that an order is checked against before it is written.
 *
 * @param tradingEnabled false when the engine only watches
 * @param orderAmountMaxUnits largest amount of one order, in units of 1e-8 of the base currency
 * @param ordersPerSecondMax orders in any second, or {@link #UNLIMITED}
 * @param openOrdersMax orders open at once, or {@link #UNLIMITED}
 * @param exposure what orders may risk in money
 */
public record RiskLimits(
        boolean tradingEnabled,
        long orderAmountMaxUnits,
        int ordersPerSecondMax,
        int openOrdersMax,
        ExposureLimits exposure) {
    /** In place of a count: no limit. For venues on this machine alone. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    public static final RiskLimits DEFAULTS =
            new RiskLimits(false, 100_000_000L, 10, 20, ExposureLimits.DEFAULTS);

    private static final int COUNT_MAX = 1_000_000;

    public RiskLimits {
        Settings.check(
                orderAmountMaxUnits > 0,
                "trading.order-amount-max",
                "must be over 0",
                BigDecimal.valueOf(orderAmountMaxUnits, 8).stripTrailingZeros().toPlainString());
        checkCount(ordersPerSecondMax, "trading.orders-per-second-max");
        checkCount(openOrdersMax, "trading.open-orders-max");
    }

    /** Limits of counts and of an amount alone: none of money. */
    public RiskLimits(
            boolean tradingEnabled,
            long orderAmountMaxUnits,
            int ordersPerSecondMax,
            int openOrdersMax) {
        this(
                tradingEnabled,
                orderAmountMaxUnits,
                ordersPerSecondMax,
                openOrdersMax,
                ExposureLimits.NONE);
    }

    private static void checkCount(int count, String key) {
        if (count != UNLIMITED) {
            Settings.checkRange(count, 1, COUNT_MAX, key);
        }
    }

    /** True when the rate, the number of open orders, or what they risk has no limit. */
    public boolean isUnlimited() {
        return ordersPerSecondMax == UNLIMITED
                || openOrdersMax == UNLIMITED
                || exposure.isUnlimited();
    }

    /** The same with trading on, and no limit of rate, number of open orders or money. */
    public RiskLimits withoutLimits() {
        return new RiskLimits(true, orderAmountMaxUnits, UNLIMITED, UNLIMITED);
    }
}
