package io.hayate.risk;

import io.hayate.model.Instruments;
import java.util.Arrays;

/**
 * Whether this day has lost more than it may. What was reached once holds until the day ends, whatever the
 * prices do: UTC. Strategy thread; allocates nothing.
 */
final class LossCheck {
    private static final long MS_PER_DAY = 86_400_000L;

    private final LimitTable limits;
    private final boolean[] isReached = new boolean[Instruments.COUNT_MAX]; // by currency
    private long day;
    private boolean isNews;
    private int reachedCount;

    LossCheck(CurrencyLimits limits, Instruments instruments) {
        this.limits = new LimitTable(limits, instruments);
    }

    /** Takes the time, in ms since 1970 UTC: with a new day all begins anew. */
    void onTime(long timeMs) {
        if (timeMs / MS_PER_DAY != day) {
            day = timeMs / MS_PER_DAY;
            Arrays.fill(isReached, false);
        }
    }

    /** True when the currency that pays for an instrument may lose what it will. */
    boolean isOff(int instrumentId) {
        return limits.of(instrumentId) == Double.POSITIVE_INFINITY;
    }

    /**
     * Checks an order.
     *
     * @param currency number of the currency that pays for it
     * @param dayProfit what the day has brought in that
     */
    RiskVerdict check(int instrumentId, int currency, double dayProfit) {
        double limit = limits.of(instrumentId);
        if (limit < 0) {
            return RiskVerdict.NO_LIMIT;
        }
        if (!isReached[currency] && !(dayProfit >= -limit)) { // NaN, too
            reach(currency);
            isNews = true;
        }
        return isReached[currency] ? RiskVerdict.DAILY_LOSS : RiskVerdict.ACCEPTED;
    }

    private void reach(int currency) {
        isReached[currency] = true;
        reachedCount++;
    }

    /** A run before has lost in a currency what the day of this time may. */
    void onReachedBefore(int currency, long timeMs) {
        onTime(timeMs);
        reach(currency);
    }

    /** True when the day has lost in a currency what it may. */
    boolean isReached(int currency) {
        return isReached[currency];
    }

    /** How often a currency had lost what a day may; of all days. */
    int reachedCount() {
        return reachedCount;
    }

    /** True once after a currency has lost what it may. */
    boolean isNews() {
        boolean news = isNews;
        isNews = false;
        return news;
    }
}
