package io.hayate.risk;

import io.hayate.model.Settings;
import java.util.List;

/**
 * What orders may risk in money, and how orders that look like a fault are held up.
 *
 * @param orderNotionalMax what one order may cost or bring
 * @param positionNotionalMax what the position of an instrument may be worth, open orders of its side
 *     included
 * @param dailyLossMax what may be lost since 00:00 UTC, what is held at its last healthy price included
 * @param twinWindowMs in this time no order may be the same as another; 0 for no such check
 * @param rejects how many rejections hold up new orders, and for how long
 * @param checksBalance true when an order needs the balance that it takes
 */
public record ExposureLimits(
        CurrencyLimits orderNotionalMax,
        CurrencyLimits positionNotionalMax,
        CurrencyLimits dailyLossMax,
        int twinWindowMs,
        RejectLimits rejects,
        boolean checksBalance) {
    /** What is limited unless a setting says otherwise. */
    public static final ExposureLimits DEFAULTS =
            new ExposureLimits(
                    CurrencyLimits.of(
                            "trading.order-notional-max",
                            List.of(
                                    "100000 USD",
                                    "100000 UST",
                                    "100000 UDC",
                                    "100000 EUR",
                                    "100000 GBP",
                                    "15000000 JPY",
                                    "1 BTC",
                                    "30 ETH",
                                    "100000 TESTUSD")),
                    CurrencyLimits.of(
                            "trading.position-notional-max",
                            List.of(
                                    "300000 USD",
                                    "300000 UST",
                                    "300000 UDC",
                                    "300000 EUR",
                                    "300000 GBP",
                                    "45000000 JPY",
                                    "3 BTC",
                                    "90 ETH",
                                    "300000 TESTUSD")),
                    CurrencyLimits.of(
                            "trading.daily-loss-max",
                            List.of(
                                    "10000 USD",
                                    "10000 UST",
                                    "10000 UDC",
                                    "10000 EUR",
                                    "10000 GBP",
                                    "1500000 JPY",
                                    "0.1 BTC",
                                    "3 ETH",
                                    "10000 TESTUSD")),
                    50,
                    RejectLimits.DEFAULTS,
                    true);

    /** Nothing is limited. For venues on this machine alone. */
    public static final ExposureLimits NONE =
            new ExposureLimits(
                    CurrencyLimits.OFF,
                    CurrencyLimits.OFF,
                    CurrencyLimits.OFF,
                    0,
                    RejectLimits.NONE,
                    false);

    private static final int TWIN_WINDOW_MAX_MS = 60_000;

    public ExposureLimits {
        Settings.checkRangeMs(twinWindowMs, 0, TWIN_WINDOW_MAX_MS, "trading.twin-window");
    }

    /** True when the money that orders, positions or a day may cost has no limit. */
    public boolean isUnlimited() {
        return orderNotionalMax.isOff() || positionNotionalMax.isOff() || dailyLossMax.isOff();
    }
}
