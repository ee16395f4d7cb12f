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
 */
public record RiskLimits(
        boolean tradingEnabled,
        long orderAmountMaxUnits,
        int ordersPerSecondMax,
        int openOrdersMax) {
    /** In place of a count: no limit. For venues on this machine alone. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    public static final RiskLimits DEFAULTS = new RiskLimits(false, 100_000_000L, 10, 20);

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

    private static void checkCount(int count, String key) {
        if (count != UNLIMITED) {
            Settings.checkRange(count, 1, COUNT_MAX, key);
        }
    }

    /** True when the rate or the number of open orders has no limit. */
    public boolean isUnlimited() {
        return ordersPerSecondMax == UNLIMITED || openOrdersMax == UNLIMITED;
    }

    /** The same with trading on and neither rate nor number of open orders limited. */
    public RiskLimits withoutLimits() {
        return new RiskLimits(true, orderAmountMaxUnits, UNLIMITED, UNLIMITED);
    }
}
