package io.hayate.model;

/**
 * What is traded: a pair such as {@code tBTCUSD}, or a currency to fund such as {@code fUSD}. Its texts are
 * made once: whoever asks for them allocates nothing.
 */
public final class Instrument {
    /** No instrument: a symbol that could not be registered, or an event without one. */
    public static final int NONE = -1;

    private static final int CODE_END = 4; // without a colon the base has three characters

    private final int id;
    private final String symbol;
    private final String displayName;
    private final String base;
    private final String quote;

    /**
     * An instrument.
     *
     * @param id small number of ours, an index; stable while the process runs
     * @param symbol the venue's name, with its {@code t} or {@code f}
     */
    public Instrument(int id, String symbol) {
        this.id = id;
        this.symbol = symbol;
        int colon = symbol.indexOf(':');
        int end = Math.min(CODE_END, symbol.length());
        String name = symbol.substring(Math.min(1, symbol.length()));
        boolean isFunding = isFunding();
        displayName = isFunding ? symbol : name;
        base = isFunding || symbol.isEmpty() ? name : symbol.substring(1, colon > 0 ? colon : end);
        quote = isFunding ? "" : symbol.substring(colon > 0 ? colon + 1 : end);
    }

    /** Small number of ours, an index; stable while the process runs. */
    public int id() {
        return id;
    }

    /** The venue's name, with its {@code t} or {@code f}. */
    public String symbol() {
        return symbol;
    }

    /** True for a funding currency, whose tickers are longer and whose prices are rates. */
    public boolean isFunding() {
        return symbol.startsWith("f");
    }

    /** True for a perpetual, such as {@code tBTCF0:USTF0}: margin orders alone can be for it. */
    public boolean isDerivative() {
        return symbol.endsWith("F0") && symbol.contains("F0:");
    }

    /** The symbol as people say it: {@code BTCUSD}, {@code DOGE:USD}; funding keeps its f. */
    public String displayName() {
        return displayName;
    }

    /** The currency bought by a buy: {@code BTC} of {@code tBTCUSD}. */
    public String base() {
        return base;
    }

    /** The currency that pays: {@code USD} of {@code tBTCUSD}; empty for funding. */
    public String quote() {
        return quote;
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

    @Override
    public boolean equals(Object other) {
        return other instanceof Instrument that && id == that.id && symbol.equals(that.symbol);
    }

    @Override
    public int hashCode() {
        return 31 * id + symbol.hashCode();
    }

    @Override
    public String toString() {
        return symbol;
    }
}
