package io.hayate.risk;

import io.hayate.model.Settings;

/**
 * How young, and how near to the market, what an order goes by must be.
 *
 * @param eventAgeMaxMs age of the market data that the order answers: on its way here, and since
 * @param quoteAgeMaxMs time since the instrument's channels were last heard, heartbeats included
 * @param collar how far from the middle of best bid and best ask it may trade, as a part of it
 */
public record QuoteLimits(int eventAgeMaxMs, int quoteAgeMaxMs, double collar) {
    public static final QuoteLimits DEFAULTS = new QuoteLimits(2_000, 30_000, 0.05);

    private static final int AGE_MIN_MS = 1;
    private static final int AGE_MAX_MS = 3_600_000;
    private static final double COLLAR_MIN = 0.0001;
    private static final double COLLAR_MAX = 0.5;

    public QuoteLimits {
        Settings.checkRangeMs(eventAgeMaxMs, AGE_MIN_MS, AGE_MAX_MS, "trading.event-age-max");
        Settings.checkRangeMs(quoteAgeMaxMs, AGE_MIN_MS, AGE_MAX_MS, "trading.quote-age-max");
        Settings.check(
                collar >= COLLAR_MIN && collar <= COLLAR_MAX,
                "trading.collar",
                "must be 0.0001 to 0.5",
                collar);
    }
}
