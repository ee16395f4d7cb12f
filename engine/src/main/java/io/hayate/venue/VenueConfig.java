package io.hayate.venue;

import io.hayate.model.ConfigException;
import io.hayate.model.Instrument;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the simulated venue is and how fast it moves.
 *
 * @param host a loopback address or name to listen on
 * @param port port to listen on; 0 takes any that is free
 * @param seed the same seed gives the same prices, ids and answers
 * @param tickersPerSecond tickers of each symbol; the real venue sends one in about 15 s; 0 lets
 *     the market stand still
 * @param symbols what is traded and lent, such as {@code tBTCUSD} and {@code fUSD}
 * @param heartbeatMs between heartbeats of a connection; 0 never beats
 * @param subscriptionsMax channels of a connection, the account's included
 * @param idleTimeoutMs a connection without subscription, account and client frames is dropped then
 * @param outboundBytesMax bytes waiting for a client above which tickers for it are skipped
 * @param books how books are told
 * @param bursts when its time runs faster
 * @param faults what goes wrong on purpose from the start
 */
public record VenueConfig(
        String host,
        int port,
        long seed,
        double tickersPerSecond,
        List<String> symbols,
        int heartbeatMs,
        int subscriptionsMax,
        int idleTimeoutMs,
        int outboundBytesMax,
        BookConfig books,
        BurstConfig bursts,
        FaultConfig faults) {
    private static final int SYMBOLS_MAX = 500;
    private static final int TICKERS_PER_SECOND_MAX = 100_000;

    /** A few known symbols, five tickers a second each: enough for a person to see movement. */
    public static final VenueConfig DEFAULTS =
            new VenueConfig(
                    "127.0.0.1",
                    0,
                    1,
                    5,
                    List.of(
                            "tBTCUSD",
                            "tETHUSD",
                            "tXRPUSD",
                            "tETHBTC",
                            "tDOGE:USD",
                            "tBTTUSD",
                            "tBTCF0:USTF0",
                            "fUSD"),
                    15_000,
                    30,
                    60_000,
                    1_048_576,
                    BookConfig.DEFAULTS,
                    BurstConfig.DEFAULTS,
                    FaultConfig.NONE);

    public VenueConfig {
        symbols = List.copyOf(symbols);
        require(!host.isBlank(), "host", "be a loopback address", host);
        require(port >= 0 && port <= 65_535, "port", "be from 0 to 65535", port);
        require(
                tickersPerSecond >= 0 && tickersPerSecond <= TICKERS_PER_SECOND_MAX,
                "tickers-per-second",
                "be from 0 to " + TICKERS_PER_SECOND_MAX,
                tickersPerSecond);
        requireRange(heartbeatMs, 0, 600_000, "heartbeat-ms");
        requireRange(subscriptionsMax, 1, 10_000, "subscriptions-max");
        requireRange(idleTimeoutMs, 1, 86_400_000, "idle-timeout-ms");
        requireRange(outboundBytesMax, 1_024, 1 << 30, "outbound-bytes-max");
        requireSymbols(symbols);
    }

    /** These settings on another port; 0 takes any that is free. */
    public VenueConfig withPort(int value) {
        return with(draft -> draft.port = value);
    }

    /** These settings with another seed. */
    public VenueConfig withSeed(long value) {
        return with(draft -> draft.seed = value);
    }

    /** These settings with another rate of each symbol. */
    public VenueConfig withTickersPerSecond(double value) {
        return with(draft -> draft.tickersPerSecond = value);
    }

    /** These settings with other symbols. */
    public VenueConfig withSymbols(List<String> value) {
        return with(draft -> draft.symbols = value);
    }

    /** These settings with another time between heartbeats; 0 never beats. */
    public VenueConfig withHeartbeatMs(int value) {
        return with(draft -> draft.heartbeatMs = value);
    }

    /** These settings with another bound on channels. */
    public VenueConfig withSubscriptionsMax(int value) {
        return with(draft -> draft.subscriptionsMax = value);
    }

    /** These settings with another time after which an idle connection is dropped. */
    public VenueConfig withIdleTimeoutMs(int value) {
        return with(draft -> draft.idleTimeoutMs = value);
    }

    /** These settings with books told in another way. */
    public VenueConfig withBooks(BookConfig value) {
        return with(draft -> draft.books = value);
    }

    /** These settings with faster times at other times. */
    public VenueConfig withBursts(BurstConfig value) {
        return with(draft -> draft.bursts = value);
    }

    /** These settings with other faults. */
    public VenueConfig withFaults(FaultConfig value) {
        return with(draft -> draft.faults = value);
    }

    private VenueConfig with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.config();
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

    private static void requireRange(int value, int min, int max, String key) {
        require(value >= min && value <= max, key, "be from " + min + " to " + max, value);
    }

    private static void require(boolean valid, String key, String rule, Object value) {
        if (!valid) {
            throw new ConfigException("embedded." + key + " must " + rule + ": was " + value);
        }
    }

    /** Settings on the way to others. */
    private static final class Draft {
        private final VenueConfig from;
        private int port;
        private long seed;
        private double tickersPerSecond;
        private List<String> symbols;
        private int heartbeatMs;
        private int subscriptionsMax;
        private int idleTimeoutMs;
        private BookConfig books;
        private BurstConfig bursts;
        private FaultConfig faults;

        private Draft(VenueConfig from) {
            this.from = from;
            port = from.port;
            seed = from.seed;
            tickersPerSecond = from.tickersPerSecond;
            symbols = from.symbols;
            heartbeatMs = from.heartbeatMs;
            subscriptionsMax = from.subscriptionsMax;
            idleTimeoutMs = from.idleTimeoutMs;
            books = from.books;
            bursts = from.bursts;
            faults = from.faults;
        }

        private VenueConfig config() {
            return new VenueConfig(
                    from.host,
                    port,
                    seed,
                    tickersPerSecond,
                    symbols,
                    heartbeatMs,
                    subscriptionsMax,
                    idleTimeoutMs,
                    from.outboundBytesMax,
                    books,
                    bursts,
                    faults);
        }
    }
}
