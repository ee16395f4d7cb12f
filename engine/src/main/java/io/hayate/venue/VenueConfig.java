package io.hayate.venue;

import io.hayate.model.ConfigException;
import io.hayate.model.Instrument;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the simulated venue is and how fast it moves.
 *
 * @param listen where it listens
 * @param seed the same seed gives the same prices, ids and answers
 * @param tickersPerSecond tickers of each symbol; the real venue sends one in about 15 s; 0 lets
 *     the market stand still
 * @param symbols what is traded and lent, such as {@code tBTCUSD} and {@code fUSD}
 * @param clients how it treats connections
 * @param books how books are told
 * @param bursts when its time runs faster
 * @param faults what goes wrong on purpose from the start
 */
public record VenueConfig(
        ListenConfig listen,
        long seed,
        double tickersPerSecond,
        List<String> symbols,
        ClientConfig clients,
        BookConfig books,
        BurstConfig bursts,
        FaultConfig faults) {
    private static final int SYMBOLS_MAX = 500;
    private static final int TICKERS_PER_SECOND_MAX = 100_000;

    /** A few known symbols, five tickers a second each: enough for a person to see movement. */
    public static final VenueConfig DEFAULTS =
            new VenueConfig(
                    new ListenConfig("127.0.0.1", 0),
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
                    ClientConfig.DEFAULTS,
                    BookConfig.DEFAULTS,
                    BurstConfig.DEFAULTS,
                    FaultConfig.NONE);

    public VenueConfig {
        symbols = List.copyOf(symbols);
        require(
                tickersPerSecond >= 0 && tickersPerSecond <= TICKERS_PER_SECOND_MAX,
                "tickers-per-second",
                "be from 0 to " + TICKERS_PER_SECOND_MAX,
                tickersPerSecond);
        requireSymbols(symbols);
    }

    /** These settings on another host, which is to be loopback. */
    public VenueConfig withHost(String value) {
        return with(draft -> draft.listen = new ListenConfig(value, listen.port()));
    }

    /** These settings on another port; 0 takes any that is free. */
    public VenueConfig withPort(int value) {
        return with(draft -> draft.listen = new ListenConfig(listen.host(), value));
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

    /** These settings with connections treated in another way. */
    public VenueConfig withClients(ClientConfig value) {
        return with(draft -> draft.clients = value);
    }

    /** These settings with another time between heartbeats; 0 never beats. */
    public VenueConfig withHeartbeatMs(int value) {
        return withClients(clients.withHeartbeatMs(value));
    }

    /** These settings with another bound on channels. */
    public VenueConfig withSubscriptionsMax(int value) {
        return withClients(clients.withSubscriptionsMax(value));
    }

    /** These settings with another time after which an idle connection is dropped. */
    public VenueConfig withIdleTimeoutMs(int value) {
        return withClients(clients.withIdleTimeoutMs(value));
    }

    /** These settings with another bound on what waits for a client. */
    public VenueConfig withOutboundBytesMax(int value) {
        return withClients(clients.withOutboundBytesMax(value));
    }

    /** These settings with other limits of REST: 0 is none, 1 those of the real venue. */
    public VenueConfig withRestLimitFactor(double value) {
        return withClients(clients.withRestLimitFactor(value));
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

    private static void require(boolean valid, String key, String rule, Object value) {
        if (!valid) {
            throw new ConfigException("embedded." + key + " must " + rule + ": was " + value);
        }
    }

    /** Settings on the way to others. */
    private static final class Draft {
        private ListenConfig listen;
        private long seed;
        private double tickersPerSecond;
        private List<String> symbols;
        private ClientConfig clients;
        private BookConfig books;
        private BurstConfig bursts;
        private FaultConfig faults;

        private Draft(VenueConfig from) {
            listen = from.listen;
            seed = from.seed;
            tickersPerSecond = from.tickersPerSecond;
            symbols = from.symbols;
            clients = from.clients;
            books = from.books;
            bursts = from.bursts;
            faults = from.faults;
        }

        private VenueConfig config() {
            return new VenueConfig(
                    listen, seed, tickersPerSecond, symbols, clients, books, bursts, faults);
        }
    }
}
