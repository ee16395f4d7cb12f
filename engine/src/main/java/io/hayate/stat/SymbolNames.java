package io.hayate.stat;

import io.hayate.model.Instrument;

/** Names of instruments by the venue's word for them. */
final class SymbolNames {
    private SymbolNames() {}

    /** {@code BTCUSD} of {@code tBTCUSD}; what is no symbol stays as it is. */
    static String displayName(String symbol) {
        Instrument instrument = of(symbol);
        return instrument == null ? symbol : instrument.displayName();
    }

    /** {@code BTC} of {@code tBTCUSD}; empty of what is no symbol. */
    static String base(String symbol) {
        Instrument instrument = of(symbol);
        return instrument == null ? "" : instrument.base();
    }

    private static Instrument of(String symbol) {
        boolean isSymbol = symbol.matches("[tf][\\x21-\\x7e]{2,63}");
        return isSymbol ? new Instrument(0, symbol) : null;
    }
}
