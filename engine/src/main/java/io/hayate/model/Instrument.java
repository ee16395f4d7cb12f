package io.hayate.model;

/**
 * What is traded: a pair such as {@code tBTCUSD}, or a currency to fund such as {@code fUSD}.
 *
 * @param id small number of ours, an index; stable while the process runs
 * @param symbol the venue's name, with its {@code t} or {@code f}
 */
public record Instrument(int id, String symbol) {
    /** No instrument: a symbol that could not be registered, or an event without one. */
    public static final int NONE = -1;

    private static final int CODE_END = 4; // without a colon the base has three characters

    /** True for a funding currency, whose tickers are longer and whose prices are rates. */
    public boolean isFunding() {
        return symbol.charAt(0) == 'f';
    }

    /** True for a perpetual, such as {@code tBTCF0:USTF0}: margin orders alone can be for it. */
    public boolean isDerivative() {
        return symbol.endsWith("F0") && symbol.contains("F0:");
    }

    /** The symbol as people say it: {@code BTCUSD}, {@code DOGE:USD}; funding keeps its f. */
    public String displayName() {
        return isFunding() ? symbol : symbol.substring(1);
    }

    /** The currency bought by a buy: {@code BTC} of {@code tBTCUSD}. */
    public String base() {
        int colon = symbol.indexOf(':');
        if (isFunding()) {
            return symbol.substring(1);
        }
        return symbol.substring(1, colon > 0 ? colon : Math.min(CODE_END, symbol.length()));
    }

    /** The currency that pays: {@code USD} of {@code tBTCUSD}; empty for funding. */
    public String quote() {
        int colon = symbol.indexOf(':');
        if (isFunding()) {
            return "";
        }
        return symbol.substring(colon > 0 ? colon + 1 : Math.min(CODE_END, symbol.length()));
    }

    /**
     * The venue's symbol for what a person typed: {@code btcusd}, {@code BTCUSD}, {@code tBTCUSD},
     * {@code doge:usd} or {@code fUSD}; null when it cannot be one.
     */
    public static String symbolOf(String typed) {
        boolean prefixed = typed.matches("[tf][A-Z0-9:]+");
        String symbol = prefixed ? typed : "t" + typed.toUpperCase(java.util.Locale.ROOT);
        boolean pair = symbol.matches("t([A-Z0-9]{6}|[A-Z0-9]{2,16}:[A-Z0-9]{2,16})");
        return pair || symbol.matches("f[A-Z0-9]{2,16}") ? symbol : null;
    }
}
