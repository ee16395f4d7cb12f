package io.hayate.recording.export;

import java.util.Locale;

/** A pair as tardis names it. */
final class PairName {
    private PairName() {}

    /** {@code BTCUSD} for {@code tBTCUSD}. */
    static String of(String symbol) {
        return symbol.substring(1).toUpperCase(Locale.ROOT);
    }

    /** In the name of a file: {@code BTCF0-USTF0} for {@code tBTCF0:USTF0}. */
    static String file(String symbol) {
        return of(symbol).replaceAll("[^A-Z0-9]", "-");
    }

    /** {@code bitfinex}, or {@code bitfinex-derivatives} for a perpetual. */
    static String exchange(String symbol) {
        boolean isDerivative = symbol.endsWith("F0") && symbol.contains("F0:");
        return isDerivative ? "bitfinex-derivatives" : "bitfinex";
    }
}
