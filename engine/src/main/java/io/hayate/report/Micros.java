package io.hayate.report;

import java.util.Locale;

/** Times in µs, with as many decimals as a person can use: at most eight characters. */
final class Micros {
    private static final double NS_PER_US = 1e3;
    private static final double TWO_DECIMALS_BELOW = 100;
    private static final double ONE_DECIMAL_BELOW = 10_000;

    private Micros() {}

    static String text(long ns) {
        double us = ns / NS_PER_US;
        int decimals = us < TWO_DECIMALS_BELOW ? 2 : us < ONE_DECIMAL_BELOW ? 1 : 0;
        return String.format(Locale.ROOT, "%." + decimals + "f", us);
    }
}
