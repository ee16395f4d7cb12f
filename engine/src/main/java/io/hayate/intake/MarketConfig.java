package io.hayate.intake;

import io.hayate.model.Settings;

/**
 * What is asked of channels of market data, and how long they may tell nothing.
 *
 * @param trades which of a print's two messages is published
 * @param bulkUpdates true when the venue may tell several changes of a book in one frame
 * @param tickerStaleMs a ticker without data for so long is stale and subscribed anew; 0 never
 * @param bookStaleMs the same of a book; a quiet one is resubscribed at ever longer intervals
 * @param statusStaleMs the same of a derivative's status, which comes each second
 * @param ringShare part of the ring that market data may fill; the rest is the account's
 */
public record MarketConfig(
        TradeMessage trades,
        boolean bulkUpdates,
        int tickerStaleMs,
        int bookStaleMs,
        int statusStaleMs,
        double ringShare) {
    public static final MarketConfig DEFAULTS =
            new MarketConfig(TradeMessage.TE, false, 60_000, 60_000, 10_000, 0.75);

    private static final int HOUR_MS = 3_600_000;
    private static final double SHARE_MIN = 0.1;
    private static final double SHARE_MAX = 0.9;

    /** Which of the two messages of a print counts; each print is published once. */
    public enum TradeMessage {
        /** {@code te}, {@code fte}: as it happens. */
        TE,
        /** {@code tu}, {@code ftu}: a little later, with the final number. */
        TU
    }

    public MarketConfig {
        Settings.checkRangeMs(tickerStaleMs, 0, HOUR_MS, "market.stale-after.ticker");
        Settings.checkRangeMs(bookStaleMs, 0, HOUR_MS, "market.stale-after.book");
        Settings.checkRangeMs(statusStaleMs, 0, HOUR_MS, "market.stale-after.status");
        Settings.check(
                SHARE_MIN <= ringShare && ringShare <= SHARE_MAX,
                "market.ring-share",
                "must be 0.1 to 0.9",
                ringShare);
    }
}
