package io.hayate.market;

import io.hayate.model.Settings;

/**
 * How much of the past is kept in memory for strategies and console.
 *
 * @param candlesKept candles of a channel, 48 bytes each
 * @param tradesKept prints of a channel, 48 bytes each
 */
public record HistoryConfig(int candlesKept, int tradesKept) {
    public static final HistoryConfig DEFAULTS = new HistoryConfig(512, 256);

    private static final int KEPT_MAX = 100_000;

    public HistoryConfig {
        Settings.checkRange(candlesKept, 2, KEPT_MAX, "market.candles-kept");
        Settings.checkRange(tradesKept, 2, KEPT_MAX, "market.trades-kept");
    }
}
