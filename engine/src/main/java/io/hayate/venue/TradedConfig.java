package io.hayate.venue;

import io.hayate.model.ConfigException;
import io.hayate.model.Instrument;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What is traded on the simulated venue, and by whom beside its clients.
 *
 * @param symbols what is traded and lent, such as {@code tBTCUSD} and {@code fUSD}
 * @param tickersPerSecond of each symbol; the real venue sends one in about 15 s; 0 lets the market
 *     stand still
 * @param quiet only clients trade: books begin empty
 * @param dust makers also ask for next to nothing, less than an order may be of
 */
public record TradedConfig(
        List<String> symbols, double tickersPerSecond, boolean quiet, boolean dust) {
    private static final int SYMBOLS_MAX = 500;
    private static final int TICKERS_PER_SECOND_MAX = 100_000;

    public TradedConfig {
        symbols = List.copyOf(symbols);
        require(
                tickersPerSecond >= 0 && tickersPerSecond <= TICKERS_PER_SECOND_MAX,
                "tickers-per-second",
                "be from 0 to " + TICKERS_PER_SECOND_MAX,
                tickersPerSecond);
        requireSymbols(symbols);
    }

    /** The same with other symbols. */
    public TradedConfig withSymbols(List<String> value) {
        return new TradedConfig(value, tickersPerSecond, quiet, dust);
    }

    /** The same at another rate. */
    public TradedConfig withTickersPerSecond(double value) {
        return new TradedConfig(symbols, value, quiet, dust);
    }

    /** The same with, or without, others than clients. */
    public TradedConfig withQuiet(boolean value) {
        return new TradedConfig(symbols, tickersPerSecond, value, dust);
    }

    /** The same with, or without, amounts next to nothing. */
    public TradedConfig withDust(boolean value) {
        return new TradedConfig(symbols, tickersPerSecond, quiet, value);
    }

    private static void requireSymbols(List<String> symbols) {
        require(!symbols.isEmpty(), "symbols", "name at least one symbol", symbols);
        require(
                symbols.size() <= SYMBOLS_MAX,
                "symbols",
                "be at most " + SYMBOLS_MAX,
                symbols.size());
        for (String symbol : symbols) {
            boolean valid = symbol.equals(Instrument.symbolOf(symbol));
            require(valid, "symbols", "be like tBTCUSD, tDOGE:USD or fUSD", symbol);
        }
        boolean distinct = new LinkedHashSet<>(symbols).size() == symbols.size();
        require(distinct, "symbols", "differ from one another", symbols);
    }

    private static void require(boolean valid, String key, String rule, Object value) {
        if (!valid) {
            throw new ConfigException("embedded." + key + " must " + rule + ": was " + value);
        }
    }
}
